import type { Fen } from '../../../shared/money.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { readSetting, writeSetting } from '../store/setting.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

const SETTING = 'minimum_payout_fen';

/** The least the institution pays out at once, fen; 0 while nobody has set one. */
export function institutionMinimum(reader: StoreReader): Fen {
  return Number(readSetting(reader, SETTING) ?? 0);
}

/** The least paid out to each payee: his own minimum, or the institution's. */
export function minimumOf(reader: StoreReader): (payeeId: string) => Fen {
  const everyone = institutionMinimum(reader);
  const own = new Map(
    reader
      .all<{ payee_id: string; minimum_payout_fen: Fen }>(
        sql`select payee_id, minimum_payout_fen from payee where minimum_payout_fen is not null`,
      )
      .map(({ payee_id, minimum_payout_fen }) => [payee_id, minimum_payout_fen]),
  );
  return (payeeId) => own.get(payeeId) ?? everyone;
}

export function setMinimum(context: Context, minimum_payout_fen: Fen): void {
  const { store } = context;
  store.durably(() => {
    const before = institutionMinimum(store);
    writeSetting(store, SETTING, String(minimum_payout_fen));
    audit(store, {
      at: context.now(),
      staff: context.staff(),
      action: 'payee.minimum',
      detail: { minimum_payout_fen, before },
    });
  });
  context.changed('payees');
}
