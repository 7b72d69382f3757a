import type { Seal } from '../proof/seal.ts';
import type { Signer } from '../proof/signature.ts';

/** Properties of the document that `verify` reads; plain letters, so that they stand in it as they are. */
export const INFO = {
  face: 'LeagueDeskFace',
  public_key: 'LeagueDeskKey',
  signature: 'LeagueDeskSignature',
  pages: 'LeagueDeskPages',
} as const;

/** What is signed, the key, the signature, and a check code of each page. */
export function pdfInfo({ text, public_key, signature }: Seal, pages: readonly string[]): Record<string, string> {
  return {
    [INFO.face]: Buffer.from(text, 'utf8').toString('base64'),
    [INFO.public_key]: public_key,
    [INFO.signature]: signature,
    [INFO.pages]: pages.join(' '),
  };
}

const TAIL_FORMAT = 'league-desk-pdf/1';

/** What the signature behind the end of the document covers. */
export function bytesText(sha256: string): string {
  return `${TAIL_FORMAT} ${sha256}`;
}

/** Where it stands, at the end of everything. */
export const PDF_TAIL = /%LeagueDesk ([0-9a-f]{64}) ([A-Za-z0-9+/=]{86,90})\n$/;

/** A comment behind the end: the SHA-256 of every byte before it, and the signature of that. */
export function pdfTail(sha256: string, signer: Pick<Signer, 'sign'>): string {
  return `%LeagueDesk ${sha256} ${signer.sign(bytesText(sha256))}\n`;
}
