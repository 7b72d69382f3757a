import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DeskError } from '../../../../shared/contract/result.ts';
import { writeFailure } from '../file-failure.ts';
import { type Signer, signerOf } from './signature.ts';

/** The installation's key for reports, PKCS8 PEM, readable by its owner only. */
export function reportKeyFile(dataDir: string): string {
  return join(dataDir, 'keys', 'report.key');
}

/**
 * The signer of this data folder; its key is made when there is none yet. Throws `report.key_broken` for a file that
 * holds no key, which is never replaced: what it signed could not be recognised any more.
 */
export function reportSigner(dataDir: string): Signer {
  const file = reportKeyFile(dataDir);
  if (!existsSync(file)) makeKey(dataDir, file);
  return readSigner(file);
}

/** The public key, base64, to tell own signatures from others; null when there is no usable key. */
export function ownPublicKey(dataDir: string): string | null {
  try {
    return readSigner(reportKeyFile(dataDir)).publicKey;
  } catch {
    return null;
  }
}

function readSigner(file: string): Signer {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    throw new DeskError('report.key_broken', { file }, { cause: error });
  }
  const signer = signerOf(pem);
  if (!signer) throw new DeskError('report.key_broken', { file });
  return signer;
}

/** The file appears complete or not at all; of two programs that make one at the same time, one gets its name. */
function makeKey(dataDir: string, file: string): void {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
  const folder = join(dataDir, 'keys');
  const temporary = join(folder, `.report.key-${randomBytes(6).toString('hex')}.part`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(handle, pem);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    giveName(temporary, file, pem.toString());
  } catch (error) {
    throw writeFailure(error, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function giveName(temporary: string, file: string, pem: string): void {
  try {
    linkSync(temporary, file);
  } catch {
    // A disk without links, or somebody was first: then theirs counts.
    if (!existsSync(file)) writeFileSync(file, pem, { flag: 'wx', mode: 0o600 });
  }
}
