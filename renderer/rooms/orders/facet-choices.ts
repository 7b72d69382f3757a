import type { OrderFacets } from '../../../shared/contract/order.ts';
import { COMMISSION_STATUS, ORDER_STATUS } from '../../../shared/status.ts';

type Facet = keyof OrderFacets;
type FacetValue<Name extends Facet> = NonNullable<OrderFacets[Name][number]['value']>;

const KNOWN: { [Name in Facet]: readonly FacetValue<Name>[] } = {
  channel: ['promoter', 'talent'],
  order_status: Object.values(ORDER_STATUS),
  commission_status: Object.values(COMMISSION_STATUS),
};

/**
 * What can be chosen: the values known from the documents, whatever else the rows hold, and what is chosen already,
 * so that a condition never vanishes because no row matches it. Rows without a value cannot be asked for.
 */
export function facetChoices<Name extends Facet>(
  name: Name,
  facets: OrderFacets | undefined,
  chosen: readonly FacetValue<Name>[],
): { value: FacetValue<Name>; rows: number | null }[] {
  const counts = new Map<FacetValue<Name>, number>();
  for (const { value, rows } of facets?.[name] ?? []) {
    if (value !== null) counts.set(value as FacetValue<Name>, rows);
  }
  const values = [...new Set<FacetValue<Name>>([...KNOWN[name], ...counts.keys(), ...chosen])];
  return values.map((value) => ({ value, rows: facets ? (counts.get(value) ?? 0) : null }));
}
