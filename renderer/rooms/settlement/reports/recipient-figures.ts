import type { TFunction } from 'i18next';
import type { ReportRecipient, ReportScope } from '../../../../shared/contract/report.ts';
import { shownId } from './recipient-address.ts';

type Sums = ReportRecipient['sums'];

/** What the figures of a scope are called, and which of them its recipients are about. */
export const FIGURES: Record<
  ReportScope,
  readonly (readonly [keyof Sums, 'payment' | 'service' | 'owed' | 'platform' | 'net'])[]
> = {
  payee: [
    ['actual_payment_fen', 'payment'],
    ['promoter_owed_fen', 'owed'],
    ['promoter_platform_fen', 'platform'],
  ],
  merchant: [
    ['actual_payment_fen', 'payment'],
    ['service_amount_fen', 'service'],
  ],
  channel: [
    ['actual_payment_fen', 'payment'],
    ['service_amount_fen', 'service'],
    ['promoter_owed_fen', 'owed'],
    ['net_fen', 'net'],
  ],
  institution: [
    ['actual_payment_fen', 'payment'],
    ['service_amount_fen', 'service'],
    ['promoter_owed_fen', 'owed'],
    ['net_fen', 'net'],
  ],
};

/** What a recipient of the scope is paid, or pays: the figure that corrections are shown in. */
export function measureOf(scope: ReportScope): keyof Sums {
  return scope === 'payee' ? 'promoter_owed_fen' : 'service_amount_fen';
}

/** What people call a recipient; who has no name is called by his id. */
export function nameOf(
  { name, recipient_id }: Pick<ReportRecipient, 'name' | 'recipient_id'>,
  t: TFunction<'report'>,
): string {
  return name || shownId(recipient_id) || t('unknown_merchant');
}
