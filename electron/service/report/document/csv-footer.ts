import { formatInstant } from '../../../../shared/time.ts';
import type { Face } from '../proof/face.ts';
import { type Seal, sealFingerprint } from '../proof/seal.ts';

/** First cell of the last row of a csv for people. */
export const CSV_MARK = '#校验';

/** Facts of the footer that `verify` looks for. */
export const FACTS = {
  format: '格式',
  period: '账期',
  rows: '行数',
  hash: 'SHA-256',
  face: '签名内容',
  public_key: '公钥',
  signature: '签名',
} as const;

/** The last row of a csv for people: what it is, its proof, and the key of each column beside its heading. */
export function csvFooter(face: Face, seal: Seal): string[] {
  return [
    CSV_MARK,
    `${FACTS.format}=${face.format}`,
    `${FACTS.period}=${face.period}`,
    `${FACTS.rows}=${face.rows}`,
    `数据截至=${face.known_as_of === null ? '' : formatInstant(face.known_as_of)}`,
    `${FACTS.hash}=${face.hash}`,
    `密钥指纹=${sealFingerprint(seal)}`,
    `${FACTS.public_key}=${seal.public_key}`,
    `${FACTS.signature}=${seal.signature}`,
    `${FACTS.face}=${seal.text}`,
    ...face.columns.map(({ key, title }) => `列.${key}=${title}`),
  ];
}

/** Null when the row is no footer. */
export function readFooter(cells: readonly string[]): Map<string, string> | null {
  if (cells[0] !== CSV_MARK) return null;
  return new Map(
    cells.slice(1).map((cell) => {
      const at = cell.indexOf('=');
      return [cell.slice(0, at), cell.slice(at + 1)];
    }),
  );
}
