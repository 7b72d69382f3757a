import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { useChannelWord } from '../../../parts/ChannelTag.tsx';

/** Every word a row needs, looked up once for the table and not once a cell. */
export interface RowWords {
  t: TFunction<'orders'>;
  channel: (row: OrderRow) => string;
  source: (source: string | null) => string | null;
  orderStatus: (row: OrderRow) => string | null;
  commissionStatus: (row: OrderRow) => string | null;
  planType: (row: OrderRow) => string | null;
  review: (row: OrderRow) => string;
  reason: (row: OrderRow) => string | null;
}

export function useRowWords(): RowWords {
  const { t } = useTranslation('orders');
  const { t: review } = useTranslation('review');
  const word = useWord();
  const channelWord = useChannelWord();
  return useMemo(
    () => ({
      t,
      channel: (row) => channelWord(row.channel),
      source: (source) => {
        if (source === null) return null;
        if (source === 'channels_account' || source === 'official_account' || source === 'talent') {
          return t(`source.${source}`);
        }
        return source.replace(/^unknown:/, '');
      },
      orderStatus: (row) => (row.order_status === null ? null : word('order_status', row.order_status)),
      commissionStatus: (row) =>
        row.commission_status === null ? null : word('commission_status', row.commission_status),
      planType: (row) => (row.plan_type === null ? null : word('plan_type', row.plan_type)),
      review: (row) => review(`state.${row.review_state}`),
      reason: (row) => (row.review_reason === null ? null : review(`reason.${row.review_reason}`)),
    }),
    [t, review, word, channelWord],
  );
}
