import { useFilters } from '../../../app/router/address.ts';

/**
 * A choice of the analysis, kept in the address beside the filter: coming back from the rows behind a figure shows the
 * same table again.
 */
export function useChoice<Option extends string>(
  key: string,
  options: readonly Option[],
  standard: Option,
): [Option, (option: Option) => void] {
  const { params, set } = useFilters();
  const given = params.get(key);
  const chosen = options.find((option) => option === given) ?? standard;
  return [chosen, (option) => set({ [key]: option === standard ? null : option })];
}
