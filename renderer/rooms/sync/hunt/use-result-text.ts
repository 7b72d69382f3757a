import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFen } from '../../../../shared/money.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { useChannelWord } from '../../../parts/index.ts';
import { tableText } from './tsv.ts';
import { useReason } from './use-reason.ts';
import type { HuntLine } from './verdicts.ts';

const HEAD = [
  'given',
  'order',
  'verdict',
  'reason',
  'sku',
  'shop',
  'product',
  'channel',
  'promoter',
  'order_status',
  'commission_status',
  'paid',
  'service',
  'created',
] as const;

/** The lines on screen as a table for a spreadsheet. */
export function useResultText(): (lines: readonly HuntLine[]) => string {
  const { t } = useTranslation('hunt');
  const word = useWord();
  const channelWord = useChannelWord();
  const reason = useReason();
  return useCallback(
    (lines) =>
      tableText(
        HEAD.map((name) => t(`column.${name}`)),
        lines.map(({ answer, row }) => [
          answer.given,
          answer.order_id,
          t(`verdict.${answer.verdict}`),
          [reason(answer), ...answer.candidates].join(' '),
          row?.sku_id ?? null,
          row?.shop_name ?? null,
          row?.product_title ?? null,
          row ? channelWord(row.channel) : null,
          row?.promoter_name ?? null,
          row?.order_status == null ? null : word('order_status', row.order_status),
          row?.commission_status == null ? null : word('commission_status', row.commission_status),
          row?.actual_payment_fen == null ? null : formatFen(row.actual_payment_fen).replaceAll(',', ''),
          row?.service_amount_fen == null ? null : formatFen(row.service_amount_fen).replaceAll(',', ''),
          row?.created_at == null ? null : formatInstant(row.created_at),
        ]),
      ),
    [t, word, channelWord, reason],
  );
}
