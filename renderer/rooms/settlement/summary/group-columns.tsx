import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ChannelSum, MerchantSum, PromoterSum, SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import type { useWord } from '../../../app/i18n/words.ts';
import { ChannelTag, type Column, Count, Money, PromoterName, ShopName } from '../../../parts/index.ts';
import { settledRows } from '../period-address.ts';
import type { GroupSums } from './group-order.ts';

type T = TFunction<'settlement'>;

/** The figures every grouping has; amounts owed are shown as what leaves the institution. */
function figureColumns<Group extends GroupSums>(t: T): Column<Group>[] {
  const count = (id: 'rows' | 'orders', width: number): Column<Group> => ({
    id,
    title: t(`column.${id}`),
    width,
    align: 'end',
    sort: id,
    render: (row) => <Count of={row[id]} />,
  });
  const money = (id: keyof GroupSums, title: string, sign: 1 | -1 = 1, width = 94): Column<Group> => ({
    id,
    title,
    width,
    align: 'end',
    sort: id,
    render: (row) => <Money fen={sign * row[id] || 0} />,
  });
  return [
    count('rows', 68),
    count('orders', 74),
    money('actual_payment_fen', t('column.payment'), 1, 102),
    money('platform_amount_fen', t('column.platform_fee'), 1, 92),
    money('promoter_platform_fen', t('column.promoter_platform'), 1, 104),
    money('service_amount_fen', t('column.net_fee')),
    money('promoter_owed_fen', t('column.promoter_owed'), -1, 106),
    money('net_fen', t('column.net')),
  ];
}

export function merchantColumns(t: T, period: string): Column<MerchantSum>[] {
  return [
    {
      id: 'group',
      title: t('column.merchant'),
      width: 130,
      grow: 1,
      render: ({ shop_appid, shop_name }) =>
        shop_appid === null ? (
          <span className="ld-faint">{t('no_shop')}</span>
        ) : (
          <Rows to={settledRows(period, { shop_appid: [shop_appid] })} title={t('see_orders')}>
            <ShopName name={shop_name} id={shop_appid} />
          </Rows>
        ),
    },
    ...figureColumns<MerchantSum>(t),
  ];
}

export function promoterColumns(t: T, period: string, word: ReturnType<typeof useWord>): Column<PromoterSum>[] {
  return [
    {
      id: 'group',
      title: t('column.promoter'),
      width: 150,
      grow: 1,
      render: ({ promoter_appid, promoter_name, payer }) =>
        promoter_appid === null ? (
          <span className="ld-faint">{t('no_promoter')}</span>
        ) : (
          <span className="ld-products-two">
            <Rows to={settledRows(period, { promoter_appid: [promoter_appid] })} title={t('see_orders')}>
              <PromoterName name={promoter_name} id={promoter_appid} />
            </Rows>
            <small>{payer === null ? null : word('payer', payer)}</small>
          </span>
        ),
    },
    ...figureColumns<PromoterSum>(t),
  ];
}

export function channelColumns(t: T, period: string): Column<ChannelSum>[] {
  return [
    {
      id: 'group',
      title: t('column.channel'),
      width: 130,
      grow: 1,
      render: ({ channel }) => (
        <Rows to={settledRows(period, { channel: [channel] })} title={t('see_orders')}>
          <ChannelTag channel={channel} />
        </Rows>
      ),
    },
    ...figureColumns<ChannelSum>(t),
  ];
}

/** The totals row under every grouping: the same figures as in the band above. */
export function totalCells(t: T, { totals }: SettlementPeriod): Record<string, ReactNode> {
  return {
    group: t('column.total'),
    rows: <Count of={totals.rows} />,
    orders: <Count of={totals.orders} />,
    actual_payment_fen: <Money fen={totals.actual_payment_fen} />,
    platform_amount_fen: <Money fen={totals.platform_amount_fen} />,
    promoter_platform_fen: <Money fen={totals.promoter_platform_fen} />,
    service_amount_fen: <Money fen={totals.service_amount_fen} />,
    promoter_owed_fen: <Money fen={-totals.promoter_owed_fen || 0} />,
    net_fen: <Money fen={totals.net_fen} />,
  };
}

function Rows({ to, title, children }: { to: string; title: string; children: ReactNode }) {
  return (
    <Link href={to} title={title} className="ld-rows-behind">
      {children}
    </Link>
  );
}
