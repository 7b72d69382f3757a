import type { Compared } from '../../../shared/contract/difference.ts';
import type { Role } from '../../../shared/contract/order.ts';
import type { Fen } from '../../../shared/money.ts';
import type { Ppm } from '../../../shared/rate.ts';
import { platformFeeOf, promoterAmountOf } from '../order/checks.ts';
import { orNull } from '../order/derive.ts';
import { type ChainState, expectedOf, grossOf } from '../order/role.ts';

/** What of a commission order its figures follow from. Fen and ppm; null where the reply does not state it. */
export interface FeeRow extends ChainState {
  /** Of the books. */
  id: number;
  versions: number;
  role: Role;
  promoter_ratio_ppm: Ppm | null;
  talent_amount_fen: Fen | null;
}

type Figure = (row: FeeRow) => Fen | null;

const OURS: Record<Compared, Figure> = {
  service_amount: (row) => expectedOf(row, row.role),
  gross: grossOf,
  platform_fee: (row) =>
    row.platform_amount_fen && row.service_total_fen !== null ? platformFeeOf(row.service_total_fen) : null,
  promoter: (row) => (row.promoter_appid === null || !row.promoter_amount_fen ? null : promoterAmountOf(row)),
  parts: wholeLessParts,
};

const STATED: Record<Compared, Figure> = {
  service_amount: (row) => row.service_amount_fen,
  gross: (row) => row.service_total_fen,
  platform_fee: (row) => row.platform_amount_fen,
  promoter: (row) => row.promoter_amount_fen,
  parts: (row) => row.service_amount_fen,
};

/** Our figure; null where the reply does not state all that is needed, and for amounts beyond all sense. */
export function ourFigure(of: Compared, row: FeeRow): Fen | null {
  return orNull(() => OURS[of](row));
}

export function statedFigure(of: Compared, row: FeeRow): Fen | null {
  return STATED[of](row);
}

/**
 * The official worked case from the amounts alone, without any rate: what the institution keeps and what the others were
 * handed make up the whole (10 = 4 + 6, and 6 = 2 + 2 + 1 + 1 further down); standing at both ends it keeps both nets.
 * As promoter institution alone this is the net itself, and nothing more to compare.
 */
function wholeLessParts(row: FeeRow): Fen | null {
  if (row.role !== 'head' && row.role !== 'both') return null;
  const whole = row.service_total_fen;
  const reseller = row.sub_agency_appid === null ? 0 : row.sub_agency_amount_fen;
  if (whole === null || reseller === null) return null;
  const head = whole - (row.platform_amount_fen ?? 0) - reseller;
  if (row.role === 'head') return head;
  return row.agency_amount_fen === null ? null : head + row.agency_amount_fen - (row.promoter_amount_fen ?? 0);
}
