import type { Compared } from '../../../shared/contract/difference.ts';
import type { Rounding } from '../../../shared/contract/rule.ts';
import { OWN_APP_ID } from '../../support/order-world.ts';

/** What a commission order's newest reply gives by the documents, worked out a second time, with big integers. */

type Fields = Record<string, unknown>;
type Amount = bigint | null;

export interface PlainOrder {
  status: number;
  settled: number;
  /** By what is compared: ours, and what the platform states. */
  compared: Record<Compared, { ours: Amount; stated: Amount }>;
  /** Stated amounts that are a rate of something, for the ways of rounding. */
  shares: { of: 'gross' | 'platform_fee' | 'talent' | 'promoter'; base: bigint; ratio: bigint; stated: bigint }[];
}

const MILLION = 1_000_000n;
const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const amount = (value: unknown): Amount => (typeof value === 'number' ? BigInt(value) : null);

export function plainOrder(reply: string): PlainOrder {
  const order = fields(fields(JSON.parse(reply)).commssion_order);
  const detail = fields(order.order_detail);
  const fees = fields(detail.commission_info);
  const agency = fields(fees.promoter_agency_info);
  const reseller = fields(fees.sub_agency_info);
  const promoter = fields(fees.sharer_info);
  const talent = fields(fees.talent_info ?? fees.finder_info);
  const payment = amount(fields(detail.product_info).actual_payment);
  const ratio = amount(fees.service_ratio)!;
  const net = amount(fees.service_amount);
  const whole = amount(fees.service_total_amount);
  const fee = amount(fees.platform_amount);
  const share = amount(promoter.amount);
  const role =
    reseller.appid === OWN_APP_ID
      ? 'reseller'
      : agency.appid !== OWN_APP_ID
        ? 'head'
        : reseller.appid
          ? 'both'
          : 'promoter_agency';
  const gross = payment === null ? null : (payment * ratio) / MILLION;
  const handedOn = amount(reseller.amount) ?? 0n;
  const end = (amount(agency.amount) ?? 0n) - (share ?? 0n);
  const keeps = (all: Amount): Amount =>
    all === null ? null : all - (fee ?? 0n) - handedOn + (role === 'both' ? end : 0n);
  const atHead = role === 'head' || role === 'both';
  const part = amount(promoter.ratio);
  const bases = [payment, amount(agency.amount)].filter((base) => base !== null);
  const ofRate = part === null ? [] : bases.map((base) => (base * part) / MILLION);
  const shares: PlainOrder['shares'] = [];
  if (payment && whole !== null) shares.push({ of: 'gross', base: payment, ratio, stated: whole });
  if (fee && whole) shares.push({ of: 'platform_fee', base: whole, ratio: 100_000n, stated: fee });
  const base = bases.reverse().find((one) => share && part && near(one * part - share * MILLION));
  if (base !== undefined) shares.push({ of: 'promoter', base, ratio: part!, stated: share! });
  const toTalent = amount(talent.amount);
  if (payment && toTalent) shares.push({ of: 'talent', base: payment, ratio: amount(talent.ratio)!, stated: toTalent });
  return {
    status: order.status as number,
    settled: (fees.profit_sharding_suc_time as number | undefined) ?? 0,
    compared: {
      service_amount: {
        ours: atHead ? keeps(gross) : role === 'promoter_agency' ? end - (fee ?? 0n) : null,
        stated: net,
      },
      gross: { ours: gross, stated: whole },
      platform_fee: { ours: fee && whole !== null ? whole - (whole * 9n) / 10n : null, stated: fee },
      promoter: { ours: share ? (ofRate.find((one) => one === share) ?? ofRate[0] ?? null) : null, stated: share },
      parts: { ours: atHead ? keeps(whole) : null, stated: net },
    },
    shares,
  };
}

function near(millionths: bigint): boolean {
  return millionths < MILLION && millionths > -MILLION;
}

export function plainRounding(base: bigint, ratio: bigint, way: Rounding): bigint {
  const doubled = 2n * base * ratio;
  const down = doubled / (2n * MILLION);
  const beyond = doubled - down * 2n * MILLION - MILLION;
  if (way === 'floor' || doubled % (2n * MILLION) === 0n) return down;
  if (way === 'ceil') return down + 1n;
  if (beyond === 0n) return way === 'half_up' || down % 2n === 1n ? down + 1n : down;
  return beyond > 0n ? down + 1n : down;
}
