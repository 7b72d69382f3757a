import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isChannel } from '../../../../shared/channel.ts';
import type { ReportRecipient, ReportScope } from '../../../../shared/contract/report.ts';
import { ChannelTag, type Column, Count, EllipsisText, IdText, Money, ShopName } from '../../../parts/index.ts';
import { PayeeName } from '../payees/PayeeName.tsx';
import { rowsOf } from './recipient-address.ts';
import { FIGURES, measureOf, nameOf } from './recipient-figures.ts';

type T = TFunction<'report'>;

interface Shown {
  t: T;
  period: string;
  scope: ReportScope;
  template: (row: ReportRecipient) => ReactNode;
  actions: (row: ReportRecipient) => ReactNode;
}

export function recipientColumns({ t, period, scope, template, actions }: Shown): Column<ReportRecipient>[] {
  const measure = measureOf(scope);
  const linked = (row: ReportRecipient, children: ReactNode) => {
    const to = rowsOf(period, scope, row);
    return to === null ? (
      children
    ) : (
      <Link href={to} title={t('see_rows')} className="ld-rows-behind">
        {children}
      </Link>
    );
  };
  const money = (id: string, title: string, width: number, fen: (row: ReportRecipient) => number, hint?: string) => ({
    id,
    title,
    width,
    align: 'end' as const,
    sort: id,
    ...(hint ? { hint } : {}),
    render: (row: ReportRecipient) => <Money fen={fen(row)} />,
  });
  return [
    {
      id: 'name',
      title: t('column.name'),
      width: 168,
      grow: 1,
      pinned: 'start',
      sort: 'name',
      render: (row) => linked(row, <RecipientName row={row} scope={scope} />),
    },
    {
      id: 'rows',
      title: t('column.rows'),
      width: 64,
      align: 'end',
      sort: 'rows',
      render: (row) => linked(row, <Count of={row.sums.rows} />),
    },
    ...FIGURES[scope].map(([key, word]) => money(key, t(`column.${word}`), 96, ({ sums }) => sums[key])),
    money('corrections', t('column.corrections'), 94, ({ adjustments }) => adjustments[measure], t('hint.corrections')),
    ...(scope === 'payee' ? [payable(t)] : []),
    {
      id: 'unsettled',
      title: t('column.unsettled'),
      hint: t('hint.unsettled'),
      width: 72,
      align: 'end',
      sort: 'unsettled',
      render: (row) => <Count of={row.unsettled.rows} />,
    },
    { id: 'template', title: t('column.template'), width: 132, render: template },
    { id: 'actions', title: t('column.actions'), width: 186, pinned: 'end', render: actions },
  ];
}

function payable(t: T): Column<ReportRecipient> {
  return {
    id: 'payable',
    title: t('column.payable'),
    hint: t('hint.payable'),
    width: 96,
    align: 'end',
    sort: 'payable',
    render: ({ payable_fen }) =>
      payable_fen === null ? <span className="ld-faint">{t('not_closed')}</span> : <Money fen={payable_fen} />,
  };
}

/** Names collide or say nothing, so the id people write stands below. */
function RecipientName({ row, scope }: { row: ReportRecipient; scope: ReportScope }) {
  const { t } = useTranslation('report');
  const { recipient_id: id, name } = row;
  if (scope === 'payee') return <PayeeName id={id} name={name} />;
  if (scope === 'merchant' && id !== '')
    return (
      <span className="ld-products-two">
        <ShopName name={name} id={id} />
        <small>
          <IdText id={id} />
        </small>
      </span>
    );
  if (scope === 'channel' && isChannel(id)) return <ChannelTag channel={id} />;
  return <EllipsisText text={nameOf(row, t)} />;
}
