import type { ReportVerdict } from '../../../../shared/contract/report.ts';
import { type Face, readFace } from '../proof/face.ts';
import type { Seal } from '../proof/seal.ts';
import { isSignedBy, keyFingerprint } from '../proof/signature.ts';
import type { Places } from './places.ts';

/** What a file says of itself, with the signature it bears, which nobody has looked at yet. */
export interface SealedFace {
  face: Face;
  seal: Seal;
}

/** Null when nothing of the kind stands there: a report of an older program, or none. */
export function readSeal(text: unknown, publicKey: unknown, signature: unknown): SealedFace | null {
  if (typeof text !== 'string') return null;
  const face = readFace(text);
  if (!face) return null;
  const shown = (value: unknown) => (typeof value === 'string' ? value : '');
  return { face, seal: { text, public_key: shown(publicKey), signature: shown(signature) } };
}

/** Looks at the signature. A sealed file without one has lost it, which counts as a change. */
export function judgeSeal(
  { seal }: SealedFace,
  ownKey: string | null,
  places: Places,
): Pick<ReportVerdict, 'signature' | 'key'> {
  const { text, public_key, signature } = seal;
  if (public_key === '' || signature === '') {
    places.add({ what: 'signature' });
    return { signature: 'none', key: null };
  }
  const key = keyFingerprint(public_key);
  if (!isSignedBy(public_key, text, signature)) {
    places.add({ what: 'signature' });
    return { signature: 'broken', key };
  }
  return { signature: public_key === ownKey ? 'own' : 'other', key };
}

export function verdictOf(
  { face, seal }: SealedFace,
  found: { hash: string; rows: number },
  ownKey: string | null,
  places: Places,
): ReportVerdict {
  const signed = judgeSeal({ face, seal }, ownKey, places);
  return {
    verdict: places.none ? 'untouched' : 'changed',
    stated: face.hash,
    found: found.hash,
    rows: found.rows,
    period: face.period,
    ...signed,
    places: places.list(),
  };
}
