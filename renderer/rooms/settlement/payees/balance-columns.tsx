import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PayeeBalance } from '../../../../shared/contract/payee.ts';
import { formatFen } from '../../../../shared/money.ts';
import { addressOf } from '../../../app/router/address.ts';
import { type Column, Count, Money, Tag } from '../../../parts/index.ts';
import { settledRows } from '../period-address.ts';
import { PayeeName } from './PayeeName.tsx';
import { ownPromoter } from './payee-id.ts';

type T = TFunction<'payee'>;
type Amount = Extract<keyof PayeeBalance, `${string}_fen`>;

export function balanceColumns(t: T, period: string): Column<PayeeBalance>[] {
  const money = (
    id: 'opening' | 'sales' | 'adjustments' | 'write_offs' | 'paid' | 'closing' | 'platform',
    width: number,
    link: (row: PayeeBalance, figure: ReactNode) => ReactNode = (_row, figure) => figure,
  ): Column<PayeeBalance> => {
    const key: Amount = `${id}_fen`;
    return {
      id: key,
      title: t(`column.${id}`),
      hint: t(`hint.${id}`),
      width,
      align: 'end',
      sort: key,
      render: (row) => link(row, <Money fen={row[key]} />),
    };
  };
  return [
    {
      id: 'name',
      title: t('column.name'),
      width: 160,
      grow: 1,
      pinned: 'start',
      render: (row) => <PayeeName id={row.payee_id} name={row.name} />,
    },
    {
      id: 'rows',
      title: t('column.rows'),
      hint: t('hint.rows'),
      width: 66,
      align: 'end',
      sort: 'rows',
      render: (row) => <Count of={row.rows} />,
    },
    money('opening', 88),
    money('sales', 92, (row, figure) => behind(t('see_rows'), salesOf(period, row), figure)),
    money('adjustments', 98, (row, figure) => behind(t('see_corrections'), correctionsOf(period, row), figure)),
    money('write_offs', 76),
    money('paid', 88, (row, figure) => behind(t('to_payouts'), row.paid_fen ? payoutsOf(period) : null, figure)),
    money('closing', 92),
    money('platform', 88),
    {
      id: 'payable_fen',
      title: t('column.payable'),
      hint: t('hint.payable'),
      width: 132,
      align: 'end',
      pinned: 'end',
      sort: 'payable_fen',
      render: (row) => <Payable t={t} row={row} />,
    },
  ];
}

function behind(title: string, to: string | null, figure: ReactNode): ReactNode {
  if (to === null) return figure;
  return (
    <Link href={to} title={title} className="ld-rows-behind">
      {figure}
    </Link>
  );
}

/** The rows of a payee with several promoters open from his card, where they are known. */
function salesOf(period: string, { payee_id, sales_fen }: PayeeBalance): string | null {
  const promoter = ownPromoter(payee_id);
  return promoter === null || sales_fen === 0 ? null : settledRows(period, { promoter_appid: [promoter] });
}

function correctionsOf(period: string, { adjustments_fen }: PayeeBalance): string | null {
  return adjustments_fen === 0 ? null : addressOf('settlement', { period, tab: 'adjustments' });
}

export function payoutsOf(period: string): string {
  return addressOf('settlement', { period, view: 'payouts' });
}

function Payable({ t, row }: { t: T; row: PayeeBalance }) {
  const { payable_fen, carried, in_payout_fen } = row;
  return (
    <span className="ld-payable">
      {carried === null ? (
        <b>
          <Money fen={payable_fen} />
        </b>
      ) : (
        <Tag tone={carried === 'negative' ? 'bad' : 'quiet'}>{t(`carried.${carried}`)}</Tag>
      )}
      {in_payout_fen > 0 ? (
        <small className="ld-faint">{t('in_payout', { amount: formatFen(in_payout_fen) })}</small>
      ) : null}
    </span>
  );
}
