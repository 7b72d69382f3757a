import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Signs what reports say of themselves. Ed25519: the same text always gets the same signature. */
export interface Signer {
  /** The raw 32 bytes, base64. */
  publicKey: string;
  /** As people compare it, see `keyFingerprint`. */
  fingerprint: string;
  /** 64 bytes, base64. */
  sign(text: string): string;
}

/** Null when the text is no private Ed25519 key in PKCS8 PEM. */
export function signerOf(pem: string): Signer | null {
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem', type: 'pkcs8' });
  } catch {
    return null;
  }
  if (key.asymmetricKeyType !== 'ed25519') return null;
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  const publicKey = Buffer.from(String(x), 'base64url').toString('base64');
  return {
    publicKey,
    fingerprint: keyFingerprint(publicKey),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
  };
}

/** The first 16 hex digits of the SHA-256 of the raw public key, in groups of four: short enough to read out. */
export function keyFingerprint(publicKey: string): string {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
  return hash.slice(0, 16).replace(/.{4}(?=.)/g, '$& ');
}

/** Whether the signature is this key's for the text. What is no key or no signature at all is simply not. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const x = Buffer.from(publicKey, 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
