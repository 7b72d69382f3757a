import type { SettlementPeriod } from '../../../../shared/contract/settlement.ts';
import type { Face } from '../proof/face.ts';
import { type Seal, sealFingerprint } from '../proof/seal.ts';

/**
 * The file beside the csv for programs, which itself holds nothing but rows: JSON of what is signed, the key and the
 * signature. The signed text is `JSON.stringify(signed)`.
 */
export function manifestText(face: Face, seal: Seal, settlement: SettlementPeriod | null = null): string {
  return `${JSON.stringify(
    {
      format: face.format,
      ...(settlement === null ? {} : totalsOf(settlement)),
      signed: face,
      key: sealFingerprint(seal),
      public_key: seal.public_key,
      signature: seal.signature,
    },
    null,
    2,
  )}\n`;
}

/** What the manifest of the institution's pack has always said. */
function totalsOf({ state, closed_at, known_as_of, totals, checks }: SettlementPeriod) {
  return { state, closed_at, known_as_of, totals, checks };
}

/** `结算单.csv` has its manifest in `结算单.json`. */
export function manifestBeside(csv: string): string {
  return `${csv.replace(/\.csv$/i, '')}.json`;
}
