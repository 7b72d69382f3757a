import { type Face, faceText } from './face.ts';
import { keyFingerprint, type Signer } from './signature.ts';

/** A face with its signature, as files carry it. */
export interface Seal {
  /** The signed text. */
  text: string;
  /** Base64. */
  public_key: string;
  signature: string;
}

export function seal(face: Face, signer: Signer): Seal {
  const text = faceText(face);
  return { text, public_key: signer.publicKey, signature: signer.sign(text) };
}

export function sealFingerprint({ public_key }: Seal): string {
  return keyFingerprint(public_key);
}
