import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnershipRow } from '../../../shared/contract/partnership.ts';
import { type Column, Count, IdText, Instant, Money, PartnershipStatusTag, ShopName, Tag } from '../../parts/index.ts';
import type { StatusChoice } from './question.ts';

/** Invitations have no figures yet: they show who asks and since when. `narrow` leaves room for a card beside. */
export function useShopColumns(choice: StatusChoice, narrow: boolean): Column<PartnershipRow>[] {
  const { t } = useTranslation('partnerships');
  return useMemo(() => {
    const shop: Column<PartnershipRow> = {
      id: 'shop',
      title: t('column.shop'),
      width: 200,
      grow: 1,
      render: (row) => <ShopName name={row.shop_name} id={row.shop_appid} />,
    };
    const appid: Column<PartnershipRow> = {
      id: 'appid',
      title: t('column.appid'),
      width: 180,
      render: (row) => <IdText id={row.shop_appid} />,
    };
    const status: Column<PartnershipRow> = {
      id: 'status',
      title: t('column.status'),
      width: 150,
      render: (row) =>
        row.pending_decision ? (
          <Tag tone="info">{t(`pending.${row.pending_decision}`)}</Tag>
        ) : (
          <PartnershipStatusTag code={row.status} />
        ),
    };
    const firstSeen: Column<PartnershipRow> = {
      id: 'first_seen',
      title: t('column.first_seen'),
      width: 140,
      render: (row) => <Instant at={row.first_seen_at} />,
    };
    const approved: Column<PartnershipRow> = {
      id: 'approved',
      title: t('column.approved'),
      width: 140,
      render: (row) => <Instant at={row.approved_at} />,
    };
    const money = (id: 'gmv' | 'settled' | 'unsettled'): Column<PartnershipRow> => ({
      id,
      title: t(`column.${id}`),
      width: 122,
      align: 'end',
      render: (row) => <Money fen={row[`${id}_fen`]} />,
    });
    const products: Column<PartnershipRow> = {
      id: 'products',
      title: t('column.products'),
      width: 72,
      align: 'end',
      render: (row) => <Count of={row.product_count} />,
    };
    const neverWorked = choice === 1 || choice === 3 || choice === 4;
    if (neverWorked) return narrow ? [shop, status, firstSeen] : [shop, appid, status, firstSeen];
    if (narrow) return [shop, status, money('gmv'), money('unsettled')];
    return [shop, status, money('gmv'), money('settled'), money('unsettled'), products, approved, firstSeen, appid];
  }, [t, choice, narrow]);
}
