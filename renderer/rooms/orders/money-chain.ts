import type { OrderRow } from '../../../shared/contract/order.ts';
import type { Fen } from '../../../shared/money.ts';
import type { Ppm } from '../../../shared/rate.ts';

/**
 * The chain of one commission order as far as the platform lets the institution see it. Amounts of lower links are
 * totals handed to them, not what they keep, so they are listed and never added up; only the sum the platform
 * states without other parties in between can be checked.
 */
export interface ChainLink {
  role: 'gross' | 'platform_fee' | 'sub_agency' | 'talent' | 'agency' | 'promoter' | 'net';
  amount_fen: Fen | null;
  name: string | null;
  appid: string | null;
  ratio_ppm: Ppm | null;
}

export type ChainCheck =
  | { kind: 'equal' }
  | { kind: 'different'; difference_fen: Fen }
  /** Other parties take part, or an amount is missing: the reply does not say enough to check it. */
  | { kind: 'open' };

export function moneyChain(order: OrderRow): ChainLink[] {
  const links: ChainLink[] = [
    { ...plain('gross', order.service_total_fen), ratio_ppm: order.service_ratio_ppm },
    plain('platform_fee', order.platform_amount_fen === null ? null : -order.platform_amount_fen || 0),
  ];
  const parties: ChainLink[] = [
    party('sub_agency', order.sub_agency_amount_fen, null, order.sub_agency_appid),
    party('talent', order.talent_amount_fen, order.talent_name, order.talent_appid),
    party('agency', order.agency_amount_fen, null, order.agency_appid),
    {
      ...party('promoter', order.promoter_amount_fen, order.promoter_name, order.promoter_appid),
      ratio_ppm: order.promoter_ratio_ppm,
    },
  ];
  links.push(...parties.filter((link) => link.appid !== null || link.amount_fen !== null));
  links.push(plain('net', order.service_amount_fen));
  return links;
}

/** Gross less platform fee is the net on a talent's own sale; with a reseller or promoter in the chain it need not be. */
export function checkChain(order: OrderRow): ChainCheck {
  const others = order.sub_agency_appid ?? order.agency_appid ?? order.promoter_appid;
  if (others !== null || order.service_total_fen === null || order.service_amount_fen === null) return { kind: 'open' };
  const difference = order.service_amount_fen - (order.service_total_fen - (order.platform_amount_fen ?? 0));
  return difference === 0 ? { kind: 'equal' } : { kind: 'different', difference_fen: difference };
}

function plain(role: ChainLink['role'], amount: Fen | null): ChainLink {
  return { role, amount_fen: amount, name: null, appid: null, ratio_ppm: null };
}

function party(role: ChainLink['role'], amount: Fen | null, name: string | null, appid: string | null): ChainLink {
  return { role, amount_fen: amount, name, appid, ratio_ppm: null };
}
