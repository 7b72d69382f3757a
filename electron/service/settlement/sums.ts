import type { ChannelSum, MerchantSum, PromoterSum, SettlementPeriod } from '../../../shared/contract/settlement.ts';
import { MoneyRangeError } from '../../../shared/money.ts';
import type { SettlementLine } from './line.ts';

export type LineSums = SettlementPeriod['unsettled'];

export const AMOUNTS = [
  'actual_payment_fen',
  'service_amount_fen',
  'platform_amount_fen',
  'promoter_platform_fen',
  'promoter_owed_fen',
  'net_fen',
] as const satisfies readonly (keyof LineSums & keyof SettlementLine)[];

/** Adds lines up; an absent amount counts as 0. */
export class LineSum {
  readonly sums: LineSums = {
    rows: 0,
    orders: 0,
    actual_payment_fen: 0,
    service_amount_fen: 0,
    platform_amount_fen: 0,
    promoter_platform_fen: 0,
    promoter_owed_fen: 0,
    net_fen: 0,
  };
  readonly #orders = new Set<number>();

  /** `order` is a number of ours for the order id: sets of small numbers stay small. */
  add(line: SettlementLine, order: number): void {
    const sums = this.sums;
    sums.rows += 1;
    if (!this.#orders.has(order)) {
      this.#orders.add(order);
      sums.orders += 1;
    }
    for (const key of AMOUNTS) {
      const sum = sums[key] + (line[key] ?? 0);
      if (!Number.isSafeInteger(sum)) throw new MoneyRangeError(`sum of ${key}`);
      sums[key] = sum;
    }
  }
}

/** Numbers order ids in the order they come. */
export class OrderNumbers {
  readonly #numbers = new Map<string, number>();

  of(orderId: string): number {
    let number = this.#numbers.get(orderId);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(orderId, number);
    }
    return number;
  }
}

interface Group<Identity> {
  identity: Identity;
  key: string;
  sum: LineSum;
}

/** One sum per group. The name shown is the latest one its lines carry. */
class Groups<Identity extends object> {
  readonly #groups = new Map<string, Group<Identity>>();
  readonly #identify: (line: SettlementLine) => { key: string; identity: Identity };
  readonly #rename: ((identity: Identity, line: SettlementLine) => void) | undefined;

  constructor(
    identify: (line: SettlementLine) => { key: string; identity: Identity },
    rename?: (identity: Identity, line: SettlementLine) => void,
  ) {
    this.#identify = identify;
    this.#rename = rename;
  }

  add(line: SettlementLine, order: number): void {
    const { key, identity } = this.#identify(line);
    let group = this.#groups.get(key);
    if (!group) {
      group = { key, identity, sum: new LineSum() };
      this.#groups.set(key, group);
    }
    this.#rename?.(group.identity, line);
    group.sum.add(line, order);
  }

  /** Largest service amount first, then by id as text. */
  rows(): (Identity & LineSums)[] {
    return [...this.#groups.values()]
      .sort(
        (a, b) =>
          b.sum.sums.service_amount_fen - a.sum.sums.service_amount_fen || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
      )
      .map((group) => ({ ...group.identity, ...group.sum.sums }));
  }
}

/** Sums per merchant, per promoter and who pays them, and per channel. Every line falls into one group of each. */
export class GroupedSums {
  readonly #merchants = new Groups<Pick<MerchantSum, 'shop_appid' | 'shop_name'>>(
    ({ shop_appid, shop_name }) => ({ key: shop_appid ?? '', identity: { shop_appid, shop_name } }),
    (identity, line) => {
      identity.shop_name = line.shop_name ?? identity.shop_name;
    },
  );
  readonly #promoters = new Groups<Pick<PromoterSum, 'promoter_appid' | 'promoter_name' | 'payer'>>(
    ({ promoter_appid, promoter_name, promoter_payer: payer }) => ({
      key: `${promoter_appid ?? ''}\t${payer ?? ''}`,
      identity: { promoter_appid, promoter_name, payer },
    }),
    (identity, line) => {
      identity.promoter_name = line.promoter_name ?? identity.promoter_name;
    },
  );
  readonly #channels = new Groups<Pick<ChannelSum, 'channel'>>(({ channel }) => ({
    key: channel,
    identity: { channel },
  }));

  add(line: SettlementLine, order: number): void {
    this.#merchants.add(line, order);
    this.#promoters.add(line, order);
    this.#channels.add(line, order);
  }

  rows(): { merchants: MerchantSum[]; promoters: PromoterSum[]; channels: ChannelSum[] } {
    return { merchants: this.#merchants.rows(), promoters: this.#promoters.rows(), channels: this.#channels.rows() };
  }
}
