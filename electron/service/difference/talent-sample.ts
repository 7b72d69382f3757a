import type { RoundingFinding } from '../../../shared/contract/difference.ts';
import type { Rounding } from '../../../shared/contract/rule.ts';
import { parseExactJson } from '../../../shared/exact-json.ts';
import type { Fen } from '../../../shared/money.ts';
import { fieldsOf, numberOf, partOf } from '../platform/wire.ts';
import { type RawPlace, rawReader } from '../store/raw.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { FeeRow } from './figures.ts';
import { RoundingTally } from './rounding-tally.ts';

/** A talent's rate stands in the reply alone, and unpacking replies takes long: so many tell enough. */
const SAMPLE = 400;

/** Keeps rows with a talent's amount, evenly over all that are shown, at most `SAMPLE`. */
export class TalentSample {
  #ids: number[] = [];
  #every = 1;
  #seen = 0;

  see(row: FeeRow): void {
    if (!row.talent_amount_fen) return;
    this.#seen += 1;
    if (this.#seen % this.#every !== 0) return;
    this.#ids.push(row.id);
    if (this.#ids.length < 2 * SAMPLE) return;
    this.#ids = this.#ids.filter((_, at) => at % 2 === 1);
    this.#every *= 2;
  }

  /** How the talents' amounts of the sample were rounded. `did` may throw to stop. */
  finding(reader: StoreReader, ruled: Rounding | null, did: () => void = () => {}): RoundingFinding {
    const tally = new RoundingTally('talent');
    const raw = rawReader(reader);
    for (const place of newestReplies(reader, this.#ids)) {
      did();
      const detail = fieldsOf(orderDetail(parseExactJson(raw(place))));
      const payment = numberOf(fieldsOf(detail.product_info).actual_payment);
      const { ratio, amount } = talentOf(fieldsOf(detail.commission_info));
      if (payment !== null && ratio !== null && amount !== null) tally.see(payment, ratio, amount);
    }
    return tally.finding(ruled, true);
  }
}

/** Those of one block one after the other: it is unpacked once. */
function newestReplies(reader: StoreReader, ids: readonly number[]): RawPlace[] {
  return reader.all<RawPlace>(
    sql`select v.raw_block_id, v.raw_start, v.raw_length from json_each(${JSON.stringify(ids)}) j
      cross join commission_order o on o.id = j.value
      cross join order_version v on v.commission_order_id = o.id and v.seq = o.versions
      order by v.raw_block_id, v.raw_start`,
  );
}

function orderDetail(reply: unknown): unknown {
  // The platform's own spelling, and the right one.
  const { commssion_order, commission_order } = fieldsOf(reply);
  return fieldsOf(commssion_order ?? commission_order).order_detail;
}

/** Under the new identity, or still as the Channels account the talent was before. */
function talentOf(info: Record<string, unknown>): { ratio: number | null; amount: Fen | null } {
  const part = fieldsOf(partOf(info.talent_info) ?? partOf(info.finder_info));
  return { ratio: numberOf(part.ratio), amount: numberOf(part.amount) };
}
