import { DeskError, type DeskFailure } from '../../shared/contract/result.ts';
import { storeFailure } from './store/failure.ts';

/** Any failure as what crosses the border: expected ones keep their code, the rest is `service.internal`. */
export function failureOf(error: unknown): DeskFailure {
  const known = storeFailure(error, '');
  if (known instanceof DeskError) return { code: known.code, params: known.params };
  return { code: 'service.internal', params: { reason: error instanceof Error ? error.message : String(error) } };
}
