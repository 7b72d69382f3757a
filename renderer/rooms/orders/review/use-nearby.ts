import { useEffect, useState } from 'react';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { addDays, dayOf, type Unix } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import type { Nearby } from './findings.ts';

/** A row one merely passes, with J held down, asks for nothing. */
const REST_MILLIS = 140;
const WEEK = 7;

/** The key once it has stood for a moment, null until then. */
export function useRested(key: string): boolean {
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(key), REST_MILLIS);
    return () => clearTimeout(timer);
  }, [key]);
  return rested === key;
}

/** Other orders of the promoter and of the product around this one. */
export function useNearby(order: OrderRow, asOf: Unix | null, rested: boolean): Nearby {
  const past = asOf === null ? {} : { as_of: asOf };
  const day = order.created_at === null ? null : dayOf(order.created_at);
  const promoter = useRoute(
    'order.page',
    {
      filter: { promoter_appid: [order.promoter_appid], from: addDays(day ?? '2000-01-01', -WEEK), to: day ?? '' },
      limit: 200,
      ...past,
    },
    { enabled: rested && day !== null && order.promoter_appid !== null },
  );
  const product = useRoute(
    'order.page',
    { filter: { product_id: [order.product_id], to: day ?? '' }, limit: 50, ...past },
    { enabled: rested && day !== null && order.product_id !== null },
  );
  return { promoter: promoter.data?.rows ?? [], product: product.data?.rows ?? [] };
}
