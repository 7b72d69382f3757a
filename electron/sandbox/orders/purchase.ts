/**
 * What buyers do on a civil day, drawn from (seed, day) alone and without looking at the catalogue: which goods, whose
 * promoter and at what ratio is settled when the order comes in, by what holds at that instant.
 */
import { dateOf, HOUR, startOfDay, weekdayOf } from '../clock.ts';
import { mix, Random } from '../random.ts';

export interface Purchase {
  /** 19 digits; some differ from another in the last digit only. */
  orderId: string;
  /** Placement, Unix seconds: create_time of the commission order. */
  createTime: number;
  /** When lists and details begin to show it. */
  visibleAt: number;
  /** Commission orders (SKUs) in it. */
  lines: number;
  seed: number;
}

/** The span the wanted number of orders is meant for. */
const DAYS = 100;
/** Share of a day's orders by hour, UTC+8: quiet at night, lunch, and the evening's live rooms. */
const HOURS = [14, 8, 5, 3, 2, 4, 10, 20, 32, 42, 50, 54, 58, 48, 44, 46, 48, 50, 56, 74, 92, 98, 76, 38];
const HOURS_TOTAL = HOURS.reduce((sum, share) => sum + share, 0);
/** Lines per purchase and the weight of week-ends and sale days, on average: dividing by it keeps the promised count. */
const MEAN_LINES = 1.12;
const MEAN_WEIGHT = 1.088;

function weightOf(day: number): number {
  const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
  return (weekend ? 1.25 : 1) * (dateOf(day) === 18 ? 1.5 : 1);
}

/** The purchases of one civil day (UTC+8). `orders` is the number of commission orders wanted for a hundred days. */
export function purchasesOf(seed: number, day: number, orders: number): Purchase[] {
  const random = new Random(mix(seed, 'day', day));
  const wanted = (orders / DAYS / MEAN_LINES / MEAN_WEIGHT) * weightOf(day) * (0.9 + 0.2 * random.unit());
  const count = Math.floor(wanted + random.unit());
  const taken = new Set<string>();
  const purchases: Purchase[] = [];
  let previous = '';
  for (let i = 0; i < count; i++) {
    const orderId = orderIdOf(random, day, previous, taken);
    previous = orderId;
    const createTime = startOfDay(day) + secondOf(random);
    const late = random.chance(0.03) ? random.int(60, 40 * 60) : 0;
    purchases.push({
      orderId,
      createTime,
      visibleAt: createTime + late,
      lines: random.chance(0.09) ? random.pick([2, 2, 2, 2, 3, 3]) : 1,
      seed: random.seed(),
    });
  }
  return purchases;
}

function secondOf(random: Random): number {
  // The last and first second of the day, where day and month borders are decided.
  if (random.chance(0.002)) return random.pick([0, 24 * HOUR - 1]);
  let left = random.unit() * HOURS_TOTAL;
  let hour = 0;
  while (hour < 23 && left >= (HOURS[hour] as number)) left -= HOURS[hour++] as number;
  return hour * HOUR + random.int(0, HOUR - 1);
}

function orderIdOf(random: Random, day: number, previous: string, taken: Set<string>): string {
  const twin = previous !== '' && random.chance(0.02);
  let id = twin
    ? previous.slice(0, 18) + ((Number(previous[18]) + random.int(1, 9)) % 10)
    : `37${String(day % 100_000).padStart(5, '0')}${random.digits(12)}`;
  while (taken.has(id)) id = `37${String(day % 100_000).padStart(5, '0')}${random.digits(12)}`;
  taken.add(id);
  return id;
}
