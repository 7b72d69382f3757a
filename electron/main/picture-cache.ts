import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Picture {
  type: string;
  bytes: Buffer;
}

/** Fetches a picture; null when there is none to be had now. */
export type FetchPicture = (address: string) => Promise<Picture | null>;

const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml'] as const;
const LARGEST = 3_000_000;
/** About 300 MB of product pictures; the ones not looked at for longest go first. */
const KEPT = 5000;
const TRIM_EVERY = 200;

/**
 * Pictures of products and people, kept on the disk: the page never loads from the network, and what was seen once is
 * there offline.
 */
export class PictureCache {
  readonly #folder: string;
  readonly #fetch: FetchPicture;
  readonly #pending = new Map<string, Promise<Picture | null>>();
  #written = 0;

  constructor(folder: string, fetch: FetchPicture) {
    this.#folder = folder;
    this.#fetch = fetch;
  }

  /** The picture of an address, or null where the address is none we fetch or nothing answers. */
  async get(address: string): Promise<Picture | null> {
    const key = pictureKey(address);
    if (key === null) return null;
    // Many rows show one picture: it is read or fetched once for all of them.
    let pending = this.#pending.get(key);
    if (!pending) {
      pending = this.#load(key, address).finally(() => this.#pending.delete(key));
      this.#pending.set(key, pending);
    }
    return pending;
  }

  async #load(key: string, address: string): Promise<Picture | null> {
    const kept = await this.#read(key);
    if (kept) return kept;
    const fetched = await this.#fetch(address).catch(() => null);
    if (!fetched || fetched.bytes.length > LARGEST || !isPictureType(fetched.type)) return null;
    // A full disk costs the copy, not the picture.
    await this.#write(key, fetched).catch(() => {});
    return fetched;
  }

  async #read(key: string): Promise<Picture | null> {
    for (const [index, type] of TYPES.entries()) {
      const file = join(this.#folder, `${key}.${index}`);
      try {
        const bytes = await readFile(file);
        const now = new Date();
        await utimes(file, now, now);
        return { type, bytes };
      } catch {
        // Not kept under this type.
      }
    }
    return null;
  }

  async #write(key: string, { type, bytes }: Picture): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const file = join(this.#folder, `${key}.${TYPES.indexOf(type as (typeof TYPES)[number])}`);
    await writeFile(`${file}.part`, bytes);
    await rename(`${file}.part`, file);
    this.#written += 1;
    if (this.#written % TRIM_EVERY === 0) await this.#trim();
  }

  async #trim(): Promise<void> {
    const names = await readdir(this.#folder);
    if (names.length <= KEPT) return;
    const files = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(join(this.#folder, name))).mtimeMs })),
    );
    files.sort((a, b) => a.at - b.at);
    for (const { name } of files.slice(0, names.length - KEPT)) await rm(join(this.#folder, name), { force: true });
  }
}

function isPictureType(type: string): boolean {
  return (TYPES as readonly string[]).includes(type);
}

/** Name of the kept file, or null for an address we do not fetch: https only, and the stand-in on this machine. */
export function pictureKey(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const standIn = url.protocol === 'http:' && url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !standIn) return null;
  // The demo's platform has another port after each start; its pictures stay the same.
  const identity = standIn ? `demo${url.pathname}${url.search}` : url.href;
  return createHash('sha256').update(identity).digest('hex');
}
