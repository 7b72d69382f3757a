import { createHash } from 'node:crypto';
import type { PayoutBatch, PayoutImport } from '../../../shared/contract/payout.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { formatFen } from '../../../shared/money.ts';
import type { Context } from '../context.ts';
import { hintOf, openAccount } from '../payee/seal.ts';
import { audit } from '../store/audit.ts';
import type { TableFile } from '../table-file/cell.ts';
import { sealedItems } from './bank-file.ts';
import { payoutBatch } from './batch.ts';
import { type MatchItem, matchResults } from './match.ts';
import { openForResults, writeResult } from './record.ts';
import { type ResultRow, readResultFile } from './result-file.ts';
import { namedStaff } from './staff.ts';

/**
 * Takes the results of a bank's or platform's file over, each where it fits exactly one payment; the other rows come
 * back with the reason, and their payments wait. Throws `file.unreadable`, `payout.not_a_result`, `payout.not_approved`.
 */
export async function importResults(
  context: Context,
  { batch_id, ...file }: TableFile & { batch_id: number },
): Promise<PayoutImport> {
  const { store } = context;
  openForResults(store, batch_id);
  const rows = await readResultFile(file);
  const answer = store.durably(() => {
    const at = context.now();
    const batch = openForResults(store, batch_id);
    const items = new Map(batch.items.map((item) => [item.payee_id, item]));
    const { matched, refused } = matchResults(matchItems(context, batch), rows);
    for (const { payee_id, paid_fen, row, known } of matched) {
      const { reference, failure, paid_at } = row;
      if (!known)
        writeResult(store, batch_id, items.get(payee_id)!, { paid_fen, reference, failure, paid_at: paid_at ?? at });
    }
    audit(store, {
      at,
      staff: namedStaff(context),
      action: 'payout.import',
      detail: {
        batch_id,
        file: file.name,
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
        read: rows.length,
        refused: refused.length,
        results: matched.filter(({ known }) => !known).map(({ payee_id, paid_fen }) => ({ payee_id, paid_fen })),
      },
    });
    return {
      read: rows.length,
      matched: matched.length,
      refused: refused.map(({ row, reason }) => ({ row: row.row, reason, value: tellRow(row) })),
    };
  });
  context.changed('payees');
  return { ...answer, batch: payoutBatch(store, batch_id) };
}

function matchItems({ store, dataDir }: Context, { batch_id, channel, items }: PayoutBatch): MatchItem[] {
  const sealed = new Map(sealedItems(store, batch_id).map((item) => [item.payee_id, item.sealed]));
  return items.map((item) => ({
    ...item,
    account: openedOrNull(() => openAccount(dataDir, { payee_id: item.payee_id, channel }, sealed.get(item.payee_id)!)),
  }));
}

/** Without the key results are still found by their remarks. */
function openedOrNull<Account>(open: () => Account): Account | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof DeskError && error.code === 'payee.sealed') return null;
    throw error;
  }
}

/** What tells a row apart, without its account number. */
function tellRow({ name, account, amount_fen }: ResultRow): string {
  const parts = [
    name,
    account === null ? null : `…${hintOf(account)}`,
    typeof amount_fen === 'number' ? formatFen(amount_fen) : null,
  ];
  return parts.filter((part) => part !== null).join(' ');
}
