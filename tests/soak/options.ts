import { parseArgs } from 'node:util';

export interface SoakOptions {
  seed: number;
  /** Commission orders of the sandbox's world at its start. */
  orders: number;
  /** Days the platform's clock is moved through. */
  days: number;
  /** Syncs ended by SIGKILL while they work. */
  kills: number;
}

const NIGHTLY: Omit<SoakOptions, 'seed'> = { orders: 200_000, days: 60, kills: 50 };
const QUICK: Omit<SoakOptions, 'seed'> = { orders: 2000, days: 10, kills: 5 };

/** `--seed N --orders N --days N --kills N --quick`. Throws RangeError or TypeError for anything else. */
export function soakOptions(argv: readonly string[]): SoakOptions {
  const number = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { seed: number, orders: number, days: number, kills: number, quick: { type: 'boolean' } },
  });
  const size = values.quick ? QUICK : NIGHTLY;
  return {
    seed: whole('seed', values.seed, 1),
    orders: whole('orders', values.orders, size.orders),
    days: whole('days', values.days, size.days),
    kills: whole('kills', values.kills, size.kills),
  };
}

function whole(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new RangeError(`--${name} needs a whole number: ${text}`);
  return Number(text);
}
