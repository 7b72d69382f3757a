import type { ChainParty, OrderState } from '../../../shared/contract/order.ts';
import type { Fen } from '../../../shared/money.ts';
import { fieldsOf, labelOf, numberOf, partOf, textOf } from '../platform/wire.ts';

/**
 * Who takes part in a commission order, in the order in which the money goes: the shop, the institution at the head,
 * the reselling institution, the talent, the promoter institution, the promoter, and the platform with its fee.
 *
 * As in the documents' worked case each party is handed a total, keeps a part of it and hands on the rest; amounts of
 * lower links are totals. Only what the reply states is taken, and only what follows from it: the own net is
 * `service_amount`, another party's is its total less that of the next one. `reply` is the value of
 * order/get the state was read from.
 */
export function chainParties(reply: unknown, order: OrderState): ChainParty[] {
  const { commssion_order, commission_order } = fieldsOf(reply);
  const detail = fieldsOf(fieldsOf(commssion_order ?? commission_order).order_detail);
  const info = fieldsOf(detail.commission_info);
  const links = [
    institution(info, order),
    agency('reseller', info.sub_agency_info, order.role === 'reseller'),
    talent(info),
    agency('promoter_agency', info.promoter_agency_info, order.role === 'promoter_agency' || order.role === 'both'),
    promoter(info),
  ].filter((party) => party !== null);
  keep(links, order);
  const fee = order.platform_amount_fen;
  return [
    {
      ...NOBODY,
      party: 'shop',
      appid: order.shop_appid,
      name: order.shop_name,
      total_fen: order.actual_payment_fen,
    },
    ...links,
    ...(fee === null ? [] : [{ ...NOBODY, party: 'platform' as const, total_fen: fee, net_fen: fee }]),
  ];
}

const NOBODY = { appid: null, name: null, total_fen: null, net_fen: null, ratio_ppm: null, own: false };

/**
 * The institution at the head. The gross fee and its rate are the viewer's own; of another institution at the head only
 * what stands in `head_agency_info` is known, and nothing at all below it in a promoter institution's plain sale.
 */
function institution(info: Record<string, unknown>, order: OrderState): ChainParty | null {
  if (order.role === 'head' || order.role === 'both') {
    return {
      ...NOBODY,
      party: 'institution',
      total_fen: order.service_total_fen,
      ratio_ppm: order.service_ratio_ppm,
      own: true,
    };
  }
  const head = partOf(info.head_agency_info);
  const own = order.role === 'reseller' ? order.sub_agency_appid : order.agency_appid;
  if (head !== null && textOf(head.appid) !== own) return agency('institution', head, false);
  return order.role === 'promoter_agency' ? null : { ...NOBODY, party: 'institution' };
}

function agency(party: ChainParty['party'], part: unknown, own: boolean): ChainParty | null {
  const fields = partOf(part);
  if (fields === null) return null;
  return {
    party,
    appid: textOf(fields.appid),
    name: labelOf(fields.nickname),
    total_fen: numberOf(fields.amount),
    net_fen: null,
    ratio_ppm: numberOf(fields.ratio),
    own,
  };
}

/** Under the new identity, or still as the Channels account the talent was before. */
function talent(info: Record<string, unknown>): ChainParty | null {
  const fields = partOf(info.talent_info) ?? partOf(info.finder_info);
  if (fields === null) return null;
  return { ...agency('talent', fields, false)!, appid: textOf(fields.talent_appid) };
}

function promoter(info: Record<string, unknown>): ChainParty | null {
  const fields = partOf(info.sharer_info);
  if (fields === null) return null;
  return { ...agency('promoter', fields, false)!, appid: textOf(fields.sharer_appid) };
}

/** To whom each hands on in the documents' case; a link that is left out leaves open what the one above keeps. */
const NEXT = { institution: 'reseller', reseller: 'talent', talent: 'promoter_agency', promoter_agency: 'promoter' };

/** Fills in what each link keeps. */
function keep(links: ChainParty[], order: OrderState): void {
  for (const [index, party] of links.entries()) {
    const next = links[index + 1];
    if (party.own && order.role !== 'both') party.net_fen = order.service_amount_fen;
    else if (party.party === 'promoter' || (party.party === 'talent' && !next)) party.net_fen = party.total_fen;
    else if (next && next.party === NEXT[party.party as keyof typeof NEXT])
      party.net_fen = less(party.total_fen, next.total_fen);
  }
  if (order.role !== 'both') return;
  // Both ends are one company's: at the head it keeps what it keeps in all, less its net as promoter institution.
  const [head, tail] = ['institution', 'promoter_agency'].map((name) => links.find(({ party }) => party === name));
  const all = order.service_amount_fen;
  if (head) head.net_fen = all === null || !tail || tail.net_fen === null ? null : all - tail.net_fen;
}

/** A lower link with more than the one above was not paid out of it: then nothing follows. */
function less(total: Fen | null, handedOn: Fen | null): Fen | null {
  return total === null || handedOn === null || handedOn > total ? null : total - handedOn;
}
