import type { ReplyState, Role } from '../../../shared/contract/order.ts';
import type { Fen } from '../../../shared/money.ts';
import { shareOf } from '../../../shared/rate.ts';

/** Amounts of a commission order that the chain is made of. */
export type ChainState = Pick<
  ReplyState,
  | 'actual_payment_fen'
  | 'service_ratio_ppm'
  | 'service_amount_fen'
  | 'service_total_fen'
  | 'platform_amount_fen'
  | 'agency_appid'
  | 'agency_amount_fen'
  | 'sub_agency_appid'
  | 'sub_agency_amount_fen'
  | 'promoter_appid'
  | 'promoter_amount_fen'
>;

/**
 * The institution's place in the chain. The platform names only the other institutions: whoever is none of them is the
 * first one. As promoter institution the fee it is handed is the whole of its income, unless something was passed on
 * to a reselling institution before: then it stands at both ends.
 */
export function roleOf(state: ChainState, ownAppId: string | null): Role {
  const { agency_appid: agency, sub_agency_appid: reseller } = state;
  if (ownAppId === null) return agency === null && reseller === null ? 'head' : 'unknown';
  if (reseller === ownAppId) return 'reseller';
  if (agency !== ownAppId) return 'head';
  return reseller === null ? 'promoter_agency' : 'both';
}

/** floor(payment x rate): the service fee before the platform's fee. Null when the reply states one of them not. */
export function grossOf(state: ChainState): Fen | null {
  const { actual_payment_fen: payment, service_ratio_ppm: ratio } = state;
  return payment === null || ratio === null ? null : shareOf(payment, ratio);
}

/**
 * What `service_amount` should be: what the institution was handed less what it handed on. Null where the reply does
 * not state all that is needed. An absent platform fee is none.
 */
export function expectedOf(state: ChainState, role: Role): Fen | null {
  const gross = grossOf(state);
  const fee = state.platform_amount_fen ?? 0;
  const agency = state.agency_amount_fen;
  const passedToPromoter = state.promoter_amount_fen ?? 0;
  switch (role) {
    case 'head':
      if (gross === null) return null;
      return state.sub_agency_appid === null ? gross - fee : less(gross - fee, state.sub_agency_amount_fen);
    case 'promoter_agency':
      return agency === null ? null : agency - fee - passedToPromoter;
    case 'both':
      if (gross === null || agency === null) return null;
      return less(gross - fee + agency - passedToPromoter, state.sub_agency_amount_fen);
    // What a reselling institution hands on to the talent's side is not stated as its own.
    default:
      return null;
  }
}

function less(amount: Fen, part: Fen | null): Fen | null {
  return part === null ? null : amount - part;
}
