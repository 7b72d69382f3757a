import { safeStorage } from 'electron';
import type { Sealed } from './settings.ts';

/**
 * False where the system has no key store to speak of. On Linux without a keyring Chromium falls back to a key that is
 * the same everywhere ("basic_text"), which is no protection and is not sold as one.
 */
export function hasKeyStore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

/** Ready for the disk, or null when it must stay in memory: no key store, and the user did not choose otherwise. */
export function seal(text: string, keepUnprotected: boolean): Sealed | null {
  if (hasKeyStore()) return { kept: 'protected', data: safeStorage.encryptString(text).toString('base64') };
  return keepUnprotected ? { kept: 'unprotected', data: Buffer.from(text).toString('base64') } : null;
}

/** Null when the key is gone (another user, a reset keyring): the credentials are asked for again, no data is lost. */
export function unseal({ kept, data }: Sealed): string | null {
  const bytes = Buffer.from(data, 'base64');
  if (kept === 'unprotected') return bytes.toString();
  try {
    return safeStorage.decryptString(bytes);
  } catch {
    return null;
  }
}
