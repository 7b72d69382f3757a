import type { TFunction } from 'i18next';
import type { StagedBatch, StagedRow } from '../../../../shared/contract/staging.ts';
import type { FailureText } from '../../../../shared/error-text/failure-text.ts';
import {
  type Column,
  EllipsisText,
  type Failure,
  IdText,
  Instant,
  Money,
  PartnershipStatusTag,
  PayerTag,
  PromoterName,
  Rate,
  Tag,
} from '../../../parts/index.ts';
import { ROW_TONE } from './batch-words.ts';

type FailureWords = (failure: Failure) => FailureText;

/** Columns only changes of splits and of the shelf have something for. */
const OF_THE_SHELF = ['promoter', 'wanted', 'promoter_fen', 'institution_fen'];

/** The columns a batch needs; answers to invitations have no amounts. */
export function rowColumns(
  t: TFunction<'staging'>,
  failureText: FailureWords,
  kind: StagedBatch['kind'],
): Column<StagedRow>[] {
  const columns = allColumns(t, failureText);
  if (kind !== 'partnership') return columns;
  return columns
    .filter(({ id }) => !OF_THE_SHELF.includes(id))
    .map((column) => (column.id === 'now' ? { ...column, width: 132, align: 'start' } : column));
}

function allColumns(t: TFunction<'staging'>, failureText: FailureWords): Column<StagedRow>[] {
  return [
    { id: 'place', title: t('column.place'), width: 46, align: 'end', render: ({ place }) => place },
    { id: 'action', title: t('column.action'), width: 80, render: ({ action }) => t(`action.${action}`) },
    {
      id: 'product',
      title: t('column.product'),
      width: 170,
      grow: 2,
      render: (row) => (
        <span className="ld-batch-name">
          <EllipsisText text={subjectOf(row)} />
          <small>
            <IdText id={row.product.product_id || row.product.shop_appid} />
          </small>
        </span>
      ),
    },
    {
      id: 'promoter',
      title: t('column.promoter'),
      width: 126,
      grow: 1,
      render: (row) =>
        row.promoter_appid === null ? null : (
          <span className="ld-batch-promoter">
            <PromoterName name={row.promoter_name} id={row.promoter_appid} />
            {row.payer === 1 ? <PayerTag code={row.payer} /> : null}
          </span>
        ),
    },
    {
      id: 'now',
      title: t('column.now'),
      hint: t('hint.now'),
      width: 68,
      align: 'end',
      render: (row) => <Now t={t} row={row} />,
    },
    {
      id: 'wanted',
      title: t('column.wanted'),
      width: 68,
      align: 'end',
      render: (row) => <Wanted t={t} row={row} />,
    },
    {
      id: 'promoter_fen',
      title: t('column.promoter_fen'),
      hint: t('hint.effect'),
      width: 78,
      align: 'end',
      render: ({ effect }) => (effect ? <Money fen={effect.promoter_fen} /> : null),
    },
    {
      id: 'institution_fen',
      title: t('column.institution_fen'),
      hint: t('hint.effect'),
      width: 78,
      align: 'end',
      render: ({ effect }) => (effect ? <Money fen={effect.institution_fen} /> : null),
    },
    {
      id: 'row_state',
      title: t('column.row_state'),
      width: 80,
      render: ({ state, blocked }) =>
        state === 'staged' && blocked !== null ? (
          <Tag tone="warn">{t('row_state.blocked')}</Tag>
        ) : (
          <Tag tone={ROW_TONE[state]}>{t(`row_state.${state}`)}</Tag>
        ),
    },
    {
      id: 'reason',
      title: t('column.reason'),
      width: 150,
      grow: 2,
      render: (row) => <Why t={t} row={row} failureText={failureText} />,
    },
  ];
}

/** The product, or the shop whose invitation is answered. */
function subjectOf({ title, product, shop_name }: StagedRow): string {
  return product.product_id ? title || product.product_id : shop_name || product.shop_appid;
}

function isDecision({ action }: StagedRow): boolean {
  return action === 'accept' || action === 'refuse';
}

function Now({ t, row }: { t: TFunction<'staging'>; row: StagedRow }) {
  const { action, now } = row;
  if (isDecision(row)) return <PartnershipStatusTag code={now.partnership} />;
  if (action === 'list' || action === 'unlist') return t(now.listed ? 'on_shelf' : 'off_shelf');
  if (now.ratio_ppm !== null) return <Rate ppm={now.ratio_ppm} />;
  return <span className="ld-faint">{t(action === 'default_split' ? 'default_own' : 'not_set')}</span>;
}

function Wanted({ t, row }: { t: TFunction<'staging'>; row: StagedRow }) {
  const { action, wanted_ppm, instead } = row;
  if (isDecision(row)) return null;
  if (action === 'unlist') return t('off_shelf');
  if (wanted_ppm === null) return action === 'list' ? t('on_shelf') : t('default_own');
  return (
    <span title={instead ? t('instead_hint') : undefined}>
      <Rate ppm={wanted_ppm} />
    </span>
  );
}

/** What stands in a row's way, why it was not made, or when it was. */
function Why({ t, row, failureText }: { t: TFunction<'staging'>; row: StagedRow; failureText: FailureWords }) {
  const code = row.error_code ?? row.blocked;
  if (code !== null) {
    const { title, next } = failureText({ code, params: row.error_params });
    return (
      <span className="ld-ellipsis" title={`${title}\n${next}\n${code}`}>
        {title}
      </span>
    );
  }
  if (row.ended_at !== null) return <Instant at={row.ended_at} as="second" />;
  return row.instead ? <span title={t('instead_hint')}>{t('instead')}</span> : null;
}
