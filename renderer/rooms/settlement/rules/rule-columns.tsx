import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { type IncentiveRule, REPLACED, type Rule, type RuleKind } from '../../../../shared/contract/rule.ts';
import { formatFen } from '../../../../shared/money.ts';
import { type Column, EllipsisText, IdText, Instant, Money, PromoterName, Rate } from '../../../parts/index.ts';
import { CheckedOn } from '../../../parts/rule/CheckedOn.tsx';
import { RuleDays } from '../../../parts/rule/RuleDays.tsx';
import { RuleStateTag } from '../../../parts/rule/RuleStateTag.tsx';

type T = TFunction<'rule'>;

/** The columns of one kind of rules: what it says stands between its state and its days. */
export function ruleColumns(t: T, kind: RuleKind): Column<Rule>[] {
  return [
    { id: 'state', title: t('column.state'), width: 84, render: ({ state }) => <RuleStateTag state={state} /> },
    ...SAYS[kind](t),
    {
      id: 'days',
      title: t('column.days'),
      width: 190,
      sort: 'from_day',
      render: (rule) => <RuleDays rule={rule} />,
    },
    {
      id: 'source',
      title: t('column.source'),
      width: 160,
      grow: 2,
      render: ({ source, note }) => (
        <span className="ld-products-two">
          {source ? <EllipsisText text={source} /> : <span className="ld-warn-text">{t('no_source')}</span>}
          {note ? <small>{note}</small> : null}
        </span>
      ),
    },
    {
      id: 'checked_on',
      title: t('column.checked_on'),
      width: 120,
      sort: 'checked_on',
      render: ({ checked_on }) => <CheckedOn day={checked_on} />,
    },
    {
      id: 'set_by',
      title: t('column.set_by'),
      width: 150,
      sort: 'set_at',
      render: ({ set_by, set_at }) => (
        <span className="ld-products-two">
          <span>{set_by}</span>
          <small>
            <Instant at={set_at} />
          </small>
        </span>
      ),
    },
  ];
}

const SAYS: Record<RuleKind, (t: T) => Column<Rule>[]> = {
  split: (t) => [
    { id: 'scope', title: t('column.scope'), width: 220, grow: 3, render: (rule) => scopeCell(t, rule) },
    ratio(t),
  ],
  platform_fee: (t) => [ratio(t)],
  rounding: (t) => [
    {
      id: 'rounding',
      title: t('column.rounding'),
      width: 160,
      render: (rule) => (rule.kind === 'rounding' ? t(`rounding.${rule.rounding}`) : null),
    },
  ],
  incentive: (t) => [
    {
      id: 'band',
      title: t('column.band'),
      width: 250,
      render: (rule) => (rule.kind === 'incentive' ? bandText(t, rule) : null),
    },
    ratio(t),
    {
      id: 'cap',
      title: t('column.cap'),
      width: 120,
      align: 'end',
      render: (rule) => (rule.kind === 'incentive' ? <Cap t={t} fen={rule.cap_fen} /> : null),
    },
  ],
};

function ratio(t: T): Column<Rule> {
  return {
    id: 'ratio',
    title: t('column.ratio'),
    width: 92,
    align: 'end',
    render: (rule) => (rule.kind === 'rounding' ? null : <Rate ppm={rule.ratio_ppm} />),
  };
}

function Cap({ t, fen }: { t: T; fen: number | null }) {
  return fen === null ? <span className="ld-faint">{t('band.no_cap')}</span> : <Money fen={fen} />;
}

/** Whom a split is for: names where they are known, ids below. */
export function scopeCell(t: T, rule: Rule): ReactNode {
  if (rule.kind !== 'split') return null;
  const { promoter_appid, promoter_name, product_id, product_title } = rule;
  return (
    <span className="ld-products-two">
      {promoter_appid === null ? (
        <span>{t('scope.everyone')}</span>
      ) : (
        <PromoterName name={promoter_name} id={promoter_appid} />
      )}
      <small>
        {product_id === null ? t('scope.every_product') : product_title ? `${product_title} · ` : null}
        {product_id === null ? null : <IdText id={product_id} />}
      </small>
    </span>
  );
}

export function bandText(
  t: T,
  { band_from_fen, band_to_fen }: Pick<IncentiveRule, 'band_from_fen' | 'band_to_fen'>,
): string {
  const from = formatFen(band_from_fen);
  return band_to_fen === null ? t('band.above', { from }) : t('band.between', { from, to: formatFen(band_to_fen) });
}

/** Why a rule was withdrawn, in somebody's words or the program's. */
export function withdrawalText(t: T, reason: string): string {
  return reason === REPLACED ? t('detail.replaced') : reason;
}
