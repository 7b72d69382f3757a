import { isChannel } from '../../../../shared/channel.ts';
import { REPORT_SCOPES, type ReportRecipient, type ReportScope } from '../../../../shared/contract/report.ts';
import { ownPromoter } from '../payees/payee-id.ts';
import { settledRows } from '../period-address.ts';

export function readScope(text: string | null): ReportScope {
  return REPORT_SCOPES.find((scope) => scope === text) ?? 'payee';
}

/** An address with more would be cut somewhere. */
const MOST_IN_ADDRESS = 40;

/** The sales behind a recipient's figures; null where no filter of the orders page says just them. */
export function rowsOf(
  period: string,
  scope: ReportScope,
  { recipient_id, promoter_appids }: Pick<ReportRecipient, 'recipient_id' | 'promoter_appids'>,
): string | null {
  if (scope === 'institution') return settledRows(period);
  if (scope === 'merchant') return recipient_id === '' ? null : settledRows(period, { shop_appid: [recipient_id] });
  if (scope === 'channel') return isChannel(recipient_id) ? settledRows(period, { channel: [recipient_id] }) : null;
  if (promoter_appids.length === 0 || promoter_appids.length > MOST_IN_ADDRESS) return null;
  return settledRows(period, { promoter_appid: promoter_appids });
}

/** What a recipient is known by beside his name, as people write it. */
export function shownId(recipientId: string): string {
  return ownPromoter(recipientId) ?? recipientId;
}

/** A file name from words: without what a file system refuses. */
export function fileName(text: string): string {
  return text.replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]/gu, '').replace(/^[\s.]+|[\s.]+$/g, '');
}
