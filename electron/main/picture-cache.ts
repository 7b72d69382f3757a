import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureHeader } from './picture-header.ts';

export interface Picture {
  type: string;
  bytes: Buffer;
}

/** Fetches what an address gives; null when there is none, or more than `LARGEST_PICTURE`. Throws when nothing answers. */
export type FetchPicture = (address: string) => Promise<Buffer | null>;

const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml'] as const;

/** Bytes of one picture, and pixels it has once it is decoded: 60 million take 240 MB of memory. */
export const LARGEST_PICTURE = 15_000_000;
const MOST_PIXELS = 60_000_000;

export interface PictureBounds {
  /** Files kept, and their bytes together; the ones not looked at for longest go first. */
  files: number;
  bytes: number;
}
const BOUNDS: PictureBounds = { files: 5000, bytes: 400_000_000 };
/** So much stays of what is too much, so that not every further picture trims again. */
const AFTER_TRIM = 0.9;

/** An address that gave no picture is not asked again for so long. */
const REFUSED_MS = 600_000;
const REFUSALS_KEPT = 5000;
/** Pictures fetched ahead at once: staff's own come first. */
const AHEAD_AT_ONCE = 2;

/**
 * Pictures of products and people, kept on the disk: the page never loads from the network, and what was seen once is
 * there offline.
 */
export class PictureCache {
  readonly #folder: string;
  readonly #fetch: FetchPicture;
  readonly #bounds: PictureBounds;
  readonly #pending = new Map<string, Promise<Picture | null>>();
  readonly #refused = new Map<string, number>();
  /** What lies in the folder; null until somebody has looked. */
  #kept: PictureBounds | null = null;
  #ahead = 0;

  constructor(folder: string, fetch: FetchPicture, bounds: PictureBounds = BOUNDS) {
    this.#folder = folder;
    this.#fetch = fetch;
    this.#bounds = bounds;
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

  /**
   * Fetches what is not here yet, a few at a time, so that it is there offline; ends early when `allowed` says no. A newer
   * call takes the place of one under way.
   */
  async prefetch(addresses: readonly string[], allowed: () => boolean): Promise<void> {
    this.#ahead += 1;
    const turn = this.#ahead;
    const names = new Set((await this.#names()).map((name) => name.split('.')[0]));
    // No more than fit: what is fetched ahead must not push out what staff look at.
    const wanted = addresses
      .filter((address) => !names.has(pictureKey(address) ?? ''))
      .slice(0, Math.floor(this.#bounds.files / 2));
    const next = wanted.values();
    const fetchOn = async () => {
      for (const address of next) {
        if (turn !== this.#ahead || !allowed()) return;
        await this.get(address);
      }
    };
    await Promise.all(Array.from({ length: AHEAD_AT_ONCE }, fetchOn));
  }

  async #load(key: string, address: string): Promise<Picture | null> {
    const kept = await this.#read(key);
    if (kept) return kept;
    if ((this.#refused.get(key) ?? 0) > Date.now()) return null;
    let bytes: Buffer | null;
    try {
      bytes = await this.#fetch(address);
    } catch {
      // Offline, most likely: asked again the next time.
      return null;
    }
    const picture = bytes && checked(bytes);
    if (!picture) {
      if (this.#refused.size >= REFUSALS_KEPT) this.#refused.clear();
      this.#refused.set(key, Date.now() + REFUSED_MS);
      return null;
    }
    // A full disk costs the copy, not the picture.
    await this.#write(key, picture).catch(() => {});
    return picture;
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
    this.#kept ??= sumOf(await this.#files());
    const file = join(this.#folder, `${key}.${TYPES.indexOf(type as (typeof TYPES)[number])}`);
    await writeFile(`${file}.part`, bytes);
    await rename(`${file}.part`, file);
    this.#kept.files += 1;
    this.#kept.bytes += bytes.length;
    if (this.#kept.files > this.#bounds.files || this.#kept.bytes > this.#bounds.bytes) await this.#trim();
  }

  async #trim(): Promise<void> {
    const files = (await this.#files()).sort((a, b) => a.at - b.at);
    const left = sumOf(files);
    for (const { name, bytes } of files) {
      if (left.files <= this.#bounds.files * AFTER_TRIM && left.bytes <= this.#bounds.bytes * AFTER_TRIM) break;
      await rm(join(this.#folder, name), { force: true });
      left.files -= 1;
      left.bytes -= bytes;
    }
    this.#kept = left;
  }

  #names(): Promise<string[]> {
    return readdir(this.#folder).catch(() => []);
  }

  async #files(): Promise<{ name: string; at: number; bytes: number }[]> {
    const found = await Promise.all(
      (await this.#names()).map(async (name) => {
        const file = await stat(join(this.#folder, name)).catch(() => null);
        return file && { name, at: file.mtimeMs, bytes: file.size };
      }),
    );
    return found.filter((file) => file !== null);
  }
}

function sumOf(files: readonly { bytes: number }[]): PictureBounds {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
}

/** The bytes as the picture they are, or null for what is none or would fill the memory. */
function checked(bytes: Buffer): Picture | null {
  if (bytes.length > LARGEST_PICTURE) return null;
  const header = pictureHeader(bytes);
  if (!header || (header.width ?? 0) * (header.height ?? 0) > MOST_PIXELS) return null;
  return { type: header.type, bytes };
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
