import type { Fen } from '../../../shared/money.ts';
import type { Ppm } from '../../../shared/rate.ts';
import { replyReader } from '../order/earlier-states.ts';
import type { RawPlace } from '../store/raw.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';
import type { FeeRow } from './figures.ts';

/** An earlier state of a commission order, as far as versions keep its amounts (fen). */
export interface EarlierState {
  actual_payment_fen: Fen | null;
  service_amount_fen: Fen | null;
  platform_amount_fen: Fen | null;
  promoter_amount_fen: Fen | null;
}

export interface OtherRate {
  ratio_ppm: Ppm;
  /** Of an earlier reply, or of a plan of the product, now or before. */
  from: 'reply' | 'plan';
  plan_type: number | null;
}

/** What was known of a row and its product before. Asked only where the figures alone explain nothing. */
export interface RowHistory {
  /** Newest first. */
  states(): readonly EarlierState[];
  /** Service fee rates other than the row's own. */
  rates(): readonly OtherRate[];
}

export function historyReader(reader: StoreReader): (row: Pick<FeeRow, 'id' | 'versions'>) => RowHistory {
  const replyOf = replyReader(reader);
  const plans = planRates(reader);
  return ({ id, versions }) => {
    let earlier: (EarlierState & RawPlace)[] | null = null;
    const states = () => {
      earlier ??=
        versions < 2
          ? []
          : reader.all<EarlierState & RawPlace>(
              sql`select actual_payment_fen, service_amount_fen, platform_amount_fen, promoter_amount_fen,
                  raw_block_id, raw_start, raw_length
                from order_version where commission_order_id = ${id} and seq < ${versions} order by seq desc`,
            );
      return earlier;
    };
    return {
      states,
      rates: () => [
        ...states().flatMap((state): OtherRate[] => {
          const ratio_ppm = replyOf(state).service_ratio_ppm;
          return ratio_ppm === null ? [] : [{ ratio_ppm, from: 'reply', plan_type: null }];
        }),
        ...plans(id),
      ],
    };
  };
}

/** The rates a product's plans have and had, by a row that sold it; products are fewer than rows. */
function planRates(reader: StoreReader): (id: number) => readonly OtherRate[] {
  const known = new Map<string, OtherRate[]>();
  return (id) => {
    const product = reader.get<{ shop_appid: string | null; product_id: string | null }>(
      sql`select shop_appid, product_id from commission_order where id = ${id}`,
    );
    if (!product || product.shop_appid === null || product.product_id === null) return [];
    const key = `${product.shop_appid}/${product.product_id}`;
    let rates = known.get(key);
    if (!rates) {
      rates = reader
        .all<Omit<OtherRate, 'from'>>(
          sql`with changed as (select plan_type, before, after from product_change where product_id = ${product.product_id}
              and shop_appid = ${product.shop_appid} and field = 'service_ratio')
            select distinct plan_type, cast(ratio_ppm as integer) as ratio_ppm from (
              select plan_type, service_ratio_ppm as ratio_ppm from product
                where shop_appid = ${product.shop_appid} and product_id = ${product.product_id}
              union all select plan_type, before from changed union all select plan_type, after from changed)
            where ratio_ppm is not null order by 1, 2`,
        )
        .map((rate) => ({ ...rate, from: 'plan' as const }));
      known.set(key, rates);
    }
    return rates;
  };
}
