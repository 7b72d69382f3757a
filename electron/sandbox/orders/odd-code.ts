/** Codes nobody has documented (`unknown-codes`): one field of an order carries one for half a day to two and a half. */
import { DAY, HOUR } from '../clock.ts';
import type { Faults } from '../faults.ts';
import { mix } from '../random.ts';
import { keyOf, type Line } from './line.ts';
import type { State } from './state.ts';

/** The fields of a commission order that hold a code of the platform's. */
export interface Codes {
  status: number;
  order_status: number;
  /** null where the field is absent. */
  promotion_channel: number | null;
  /** promotion_info.channel_type; null where the object is absent. */
  channel_type: number | null;
}

export interface OddCode {
  field: keyof Codes;
  code: number;
  /** Unix seconds; both are changes of the order that move its update time. */
  from: number;
  until: number;
}

/** None of them is in the documents, in an order's ordinary life or in its drawn channels. */
const ODD: Record<keyof Codes, readonly number[]> = {
  status: [30, 110, 300],
  order_status: [15, 41, 120],
  promotion_channel: [2, 3, 12],
  channel_type: [1, 2, 5],
};
const FIELDS = ['status', 'order_status', 'promotion_channel', 'channel_type'] as const;
/** The code comes within that time after the order. */
const WITHIN = 20 * DAY;

/** When a line gets its code if the switch is on by then, Unix seconds. */
export function oddFrom(line: Line): number {
  return line.createTime + 600 + (mix(line.seed, 'odd') % WITHIN);
}

export function oddCodeOf(line: Line, faults: Faults): OddCode | undefined {
  if (!faults.everOn.has('unknown-codes')) return undefined;
  const from = oddFrom(line);
  const drawn = faults.drawnAt('unknown-codes', keyOf(line), from);
  if (drawn === undefined) return undefined;
  const wished = FIELDS[drawn % FIELDS.length] as keyof Codes;
  const field = wished === 'channel_type' && line.spread === null ? 'promotion_channel' : wished;
  const code = ODD[field][(drawn >>> 8) % 3] as number;
  return { field, code, from, until: from + 12 * HOUR + ((drawn >>> 4) % (2 * DAY)) };
}

/** The codes as they are written, in details and in the books alike. */
export function codesOf(line: Line, state: State): Codes {
  const codes: Codes = {
    status: state.commissionStatus,
    order_status: state.orderStatus,
    promotion_channel: line.channel,
    channel_type: line.spread,
  };
  if (state.odd !== null) codes[state.odd.field] = state.odd.code;
  return codes;
}
