/**
 * What happens to a commission order after it was placed. Everything is drawn at once from the order's seeds, so the
 * state at any time needs no memory of how the clock got there.
 */
import { DAY, HOUR } from '../clock.ts';
import type { Faults } from '../faults.ts';
import { mix, Random } from '../random.ts';
import type { Deed } from '../world/world.ts';
import type { Line } from './line.ts';
import { type OddCode, oddCodeOf } from './odd-code.ts';

export type LifeEvent =
  | { at: number; kind: 'unpaid' | 'pay' | 'settle' | 'fee-on' | 'fee-off' | 'refund-all' }
  /** A step of the buyer's order: its new order_status. */
  | { at: number; kind: 'step'; status: number }
  /** `left` is what remains of the payment, ppm. */
  | { at: number; kind: 'refund-share'; left: number }
  /** `left` is what remains of the payment, fen: a refund made by hand. */
  | { at: number; kind: 'refund-to'; left: number }
  /** An undocumented code comes, or goes again (null). */
  | { at: number; kind: 'code'; code: OddCode | null }
  /** Something changed that is in no field shown: the update time moves. */
  | { at: number; kind: 'touch' };

const UNPAID = 0.13;

/** Events after placement in order of time, those made by hand among them. */
export function eventsOf(line: Line, deeds: readonly Deed[] | undefined, faults: Faults): LifeEvent[] {
  const events: LifeEvent[] = [];
  drawnLife(line, events);
  const odd = oddCodeOf(line, faults);
  if (odd !== undefined) {
    events.push({ at: odd.from, kind: 'code', code: odd }, { at: odd.until, kind: 'code', code: null });
  }
  for (const deed of deeds ?? []) {
    if (deed.sku === null || deed.sku === line.skuId) events.push(eventOf(deed));
  }
  return events.sort((a, b) => a.at - b.at);
}

function eventOf(deed: Deed): LifeEvent {
  const { at } = deed;
  if (deed.kind === 'touch') return { at, kind: 'touch' };
  return deed.left === null ? { at, kind: 'refund-all' } : { at, kind: 'refund-to', left: deed.left };
}

function drawnLife(line: Line, events: LifeEvent[]): void {
  const shared = new Random(mix(line.purchaseSeed, 'life'));
  if (shared.chance(UNPAID)) {
    // Cancelled by the buyer within minutes, or by the platform's timeout.
    const wait = shared.chance(0.3) ? shared.int(20, 1500) : shared.pick([1800, 1800, 3600, DAY]);
    events.push({ at: line.createTime + wait, kind: 'unpaid' });
    return;
  }
  const paid = line.createTime + Math.round(shared.skewed(4, 10, 780, 1.1));
  events.push({ at: paid, kind: 'pay' });
  const first = shared.unit();
  // A gift waits for its receiver, a voucher for its use, before the ordinary way goes on.
  if (first < 0.008) events.push({ at: paid + 1, kind: 'step', status: first < 0.004 ? 12 : 17 });
  if (first < 0.008) events.push({ at: paid + shared.int(600, 5 * HOUR), kind: 'step', status: 20 });
  const shipped = paid + Math.round(shared.skewed(6 * HOUR, 26 * HOUR, 4 * DAY, 0.6));
  if (shared.chance(0.04)) events.push({ at: shipped - shared.int(60, HOUR), kind: 'step', status: 21 });
  events.push({ at: shipped, kind: 'step', status: 30 });
  const received = shipped + Math.round(shared.skewed(0.6 * DAY, 4 * DAY, 10 * DAY, 0.5));
  if (shared.chance(0.003)) {
    // A code nobody has documented, for some hours on the way.
    events.push({ at: shipped + Math.floor((received - shipped) / 2), kind: 'step', status: 31 });
  }
  events.push({ at: received, kind: 'step', status: 100 });
  const settled = Math.max(received + HOUR, paid + Math.round(shared.skewed(DAY, 14 * DAY, 30 * DAY, 0.35)));

  const refund = shared.unit();
  if (refund < 0.07) {
    events.push({
      at: paid + Math.round(shared.skewed(HOUR, 2.5 * DAY, settled - paid - HOUR, 1)),
      kind: 'refund-all',
    });
  } else if (refund < 0.078) {
    events.push({ at: settled + shared.int(DAY, 20 * DAY), kind: 'refund-all' });
  }
  events.push({ at: settled, kind: 'settle' });
  ownLife(line, events, { paid, shipped, settled });
}

/** What a line goes through for itself. */
function ownLife(line: Line, events: LifeEvent[], times: { paid: number; shipped: number; settled: number }): void {
  const own = new Random(mix(line.seed, 'own'));
  if (own.chance(0.05)) {
    // Some price drops show together with the settlement.
    const at = own.chance(0.15) ? times.settled : own.int(times.shipped, times.settled - 1);
    events.push({ at, kind: 'refund-share', left: own.int(300_000, 960_000) });
  }
  // The fee was seen on plain talent sales only; chains carry none.
  const plain = line.promoter === null && line.reseller === null;
  if (plain && line.showsTotals && own.chance(0.12)) {
    const on = own.chance(0.5) ? times.shipped : times.paid + own.int(600, DAY);
    events.push({ at: on, kind: 'fee-on' });
    // It goes again before settlement on nearly all: settled rows with a fee were hardly ever seen.
    if (own.chance(0.95))
      events.push({ at: own.int(on + HOUR, Math.max(on + HOUR, times.settled - 60)), kind: 'fee-off' });
  }
}
