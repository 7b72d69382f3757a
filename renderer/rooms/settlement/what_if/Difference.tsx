import type { Fen } from '../../../../shared/money.ts';
import { Money } from '../../../parts/index.ts';

/** Imagined less real, with its sign: more and less are told apart without colour. */
export function Difference({ fen }: { fen: Fen }) {
  return (
    <span className={fen < 0 ? 'ld-bad-text' : undefined}>
      {fen > 0 ? '+' : null}
      <Money fen={fen} />
    </span>
  );
}
