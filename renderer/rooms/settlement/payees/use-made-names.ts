import { useCallback, useMemo } from 'react';
import { useRoute } from '../../../app/client/index.ts';

/** Names of the payees staff made, by their ids; asked for only while somebody needs them. */
export function useMadeNames(enabled: boolean): (payeeId: string) => string | null {
  const { data } = useRoute('payee.list', { made: true, limit: 500 }, { enabled });
  const names = useMemo(() => new Map(data?.rows.map(({ payee_id, name }) => [payee_id, name])), [data]);
  return useCallback((payeeId) => names.get(payeeId) ?? null, [names]);
}
