import type { NamedDimension } from '../../../../shared/contract/analysis.ts';
import type { Unix } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import type { FacetChoice } from './facet-choices.ts';

/**
 * Whom a search finds among all who have orders, also those without one under the other conditions. Hits of the text
 * before are not kept: Enter would choose one of them.
 */
export function useFound(
  dimension: NamedDimension | null,
  text: string,
  asOf: Unix | null,
): { choices: FacetChoice[]; looking: boolean } {
  const { data, isFetching } = useRoute(
    'analysis.members',
    { dimension: dimension ?? 'shop_appid', text, ...(asOf === null ? {} : { as_of: asOf }) },
    { enabled: dimension !== null && text !== '' },
  );
  const members = dimension === null || text === '' ? [] : (data?.members ?? []);
  return { choices: members.map(({ value, label }) => ({ value, label, rows: null })), looking: isFetching };
}
