import { join, normalize, sep } from 'node:path';
import { picturePath } from '../../shared/picture-address.ts';

/** The page's own address. A protocol of our own instead of file://, whose pages may read the whole disk. */
export const pageScheme = 'app';
export const pageOrigin = `${pageScheme}://league-desk`;
export const pageUrl = `${pageOrigin}/index.html`;

/** The page posters are drawn in, never shown. */
export const drawingUrl = `${pageOrigin}/poster.html`;

/** The page's address with one of its rooms open. */
export const roomUrl = (room: string) => `${pageUrl}#/${room}`;

export function isOwnPage(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}` === pageOrigin;
  } catch {
    return false;
  }
}

/** The file behind an address of the page, or null for anything that is not below its folder. */
export function fileOf(url: string, folder: string): string | null {
  if (!isOwnPage(url)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(folder + sep) ? file : null;
}

/** The name of a bundled font behind `app://league-desk/fonts/…`, or null for anything else. */
export function fontOf(url: string): string | null {
  if (!isOwnPage(url)) return null;
  return /^\/fonts\/([A-Za-z0-9_]+\.ttf)$/.exec(new URL(url).pathname)?.[1] ?? null;
}

/** The address behind `app://league-desk/picture?address=…` (shared/picture-address.ts), or null for anything else. */
export function pictureOf(url: string): string | null {
  if (!isOwnPage(url)) return null;
  const { pathname, searchParams } = new URL(url);
  return pathname === picturePath ? searchParams.get('address') : null;
}
