import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import { pageHeaders } from './content-policy.ts';
import { fileOf, fontOf, pageScheme, pictureOf } from './page-address.ts';
import type { PictureCache } from './picture-cache.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** Must run before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** `fonts` are the ones documents are written in; posters are drawn in them. */
export function servePage(folder: string, fonts: string, pictures: PictureCache): void {
  protocol.handle(pageScheme, async ({ url, method }) => {
    const wanted = method === 'GET' ? pictureOf(url) : null;
    if (wanted !== null) return servePicture(await pictures.get(wanted));
    const font = fontOf(url);
    const file = font === null ? fileOf(url, folder) : join(fonts, font);
    const type = file && contentTypes[extname(file)];
    if (!file || !type || method !== 'GET') return refuse(403);
    try {
      // From memory, not through `net.fetch('file:')`: that would need the file protocol's extra rights.
      return new Response(new Uint8Array(await readFile(file)), { headers: { ...pageHeaders, 'content-type': type } });
    } catch {
      return refuse(404);
    }
  });
}

/** A day in the page's own cache; the copy on the disk serves after that. */
function servePicture(picture: { type: string; bytes: Buffer } | null): Response {
  if (!picture) return refuse(404);
  const headers = { ...pageHeaders, 'content-type': picture.type, 'cache-control': 'max-age=86400' };
  return new Response(new Uint8Array(picture.bytes), { headers });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: pageHeaders });
}
