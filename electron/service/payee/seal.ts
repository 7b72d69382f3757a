import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PayoutAccount, PayoutChannel } from '../../../shared/contract/payee.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { KEY_ID_BYTES, keyFolder, keyNamed, sealingKey } from './payout-key.ts';

/** Whose account it is: sealed in with it, so that an account cannot be moved to another payee. */
export interface AccountOwner {
  payee_id: string;
  channel: PayoutChannel;
}

const CIPHER = 'aes-256-gcm';
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES;

/** One byte for the format, the name of the key, nonce, tag, then the account as sealed JSON. */
export function sealAccount(dataDir: string, owner: AccountOwner, account: PayoutAccount): Buffer {
  const { key, id } = sealingKey(dataDir);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(boundTo(owner));
  const body = Buffer.concat([cipher.update(JSON.stringify(account), 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([FORMAT]), id, nonce, cipher.getAuthTag(), body]);
}

/** Throws `payee.sealed` when the key is not in the folder, or the account was changed or is somebody else's. */
export function openAccount(dataDir: string, owner: AccountOwner, sealed: Uint8Array): PayoutAccount {
  const refuse = (reason: 'key_missing' | 'changed', cause?: unknown) =>
    new DeskError('payee.sealed', { ...owner, reason, folder: keyFolder(dataDir) }, { cause });
  if (sealed.length <= HEAD_BYTES || sealed[0] !== FORMAT) throw refuse('changed');
  const part = (from: number, length: number) => sealed.subarray(from, from + length);
  const found = keyNamed(dataDir, part(1, KEY_ID_BYTES));
  if (!found) throw refuse('key_missing');
  try {
    const decipher = createDecipheriv(CIPHER, found.key, part(1 + KEY_ID_BYTES, NONCE_BYTES));
    decipher.setAAD(boundTo(owner));
    decipher.setAuthTag(part(1 + KEY_ID_BYTES + NONCE_BYTES, TAG_BYTES));
    const text = Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8');
    return JSON.parse(text) as PayoutAccount;
  } catch (error) {
    throw refuse('changed', error);
  }
}

/** The end of a number, for telling accounts apart: four characters, of a short one no more than half. */
export function hintOf(accountNo: string): string {
  const characters = [...accountNo];
  return characters.slice(characters.length - Math.min(4, Math.floor(characters.length / 2))).join('');
}

function boundTo({ payee_id, channel }: AccountOwner): Buffer {
  return Buffer.from(JSON.stringify([payee_id, channel]), 'utf8');
}
