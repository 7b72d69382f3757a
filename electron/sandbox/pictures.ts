/** Pictures the replies point to, drawn on the spot: goods and shops with a colour and a character, heads as shapes. */
import type { ServerResponse } from 'node:http';
import { oddPicture } from './odd-pictures.ts';
import type { Platform } from './platform.ts';
import { qrPicture } from './qr-picture.ts';
import { mix } from './random.ts';
import { noticeLink, productLink } from './wire/links.ts';
import { ODD_PICTURES } from './world/products.ts';

export function isPicturePath(path: string): boolean {
  return path.startsWith('/pictures/');
}

/**
 * `/pictures/odd/<kind>/<id>.jpg`, `/pictures/product/<id>-<n>.svg`, `/pictures/shop/<number>.svg`,
 * `/pictures/head/<name>.svg`, `/pictures/qr/<code>.png` of a product's link, `/pictures/notice-qr/<code>.png` of a live
 * notice.
 */
export function picture(platform: Platform, path: string, response: ServerResponse): void {
  const [, , kind, file = ''] = path.split('/');
  const odd = ODD_PICTURES.find((each) => kind === 'odd' && each === file);
  if (odd !== undefined) {
    oddPicture(odd, response);
    return;
  }
  const name = decodeURIComponent(file).replace(/\.(svg|png)$/, '');
  const link = kind === 'qr' ? productLink(name) : kind === 'notice-qr' ? noticeLink(name) : undefined;
  if (link !== undefined) {
    send(response, 'image/png', qrPicture(link));
    return;
  }
  const svg = kind === 'product' ? productPicture(platform, name) : headPicture(platform, kind ?? '', name);
  if (svg === undefined) {
    response.writeHead(404, { 'Content-Length': 0 });
    response.end();
  } else send(response, 'image/svg+xml', svg);
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'max-age=86400',
    // Posters are composed on a canvas, which refuses pictures it may not read back.
    'Access-Control-Allow-Origin': '*',
  });
  response.end(body);
}

function productPicture(platform: Platform, name: string): string | undefined {
  const [id = '', index = '0'] = name.split('-');
  const product = platform.world.productById.get(id);
  if (product === undefined) return undefined;
  const turn = (mix(id, index) % 60) - 30;
  const { colour, glyph } = product.family;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640" viewBox="0 0 640 640">
<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${colour}" stop-opacity=".25"/><stop offset="1" stop-color="${colour}" stop-opacity=".85"/></linearGradient></defs>
<rect width="640" height="640" fill="#fff"/><rect width="640" height="640" fill="url(#g)"/>
<circle cx="${320 + turn}" cy="290" r="200" fill="#fff" fill-opacity=".6"/>
<rect x="210" y="170" width="220" height="250" rx="34" fill="${colour}" transform="rotate(${turn / 5} 320 295)"/>
<text x="320" y="345" font-size="150" text-anchor="middle" fill="#fff" font-family="serif" transform="rotate(${turn / 5} 320 295)">${glyph}</text>
<text x="320" y="572" font-size="52" text-anchor="middle" fill="#fff" font-family="sans-serif">${escaped(product.shortTitle)}</text>
</svg>`;
}

function headPicture(platform: Platform, kind: string, name: string): string | undefined {
  if (kind !== 'head' && kind !== 'shop') return undefined;
  const shop = kind === 'shop' ? platform.world.shops[Number(name)] : undefined;
  if (kind === 'shop' && shop === undefined) return undefined;
  if (shop !== undefined) {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160" viewBox="0 0 160 160">
<rect width="160" height="160" rx="24" fill="${shop.family.colour}"/>
<text x="80" y="110" font-size="88" text-anchor="middle" fill="#fff" font-family="serif">${shop.family.glyph}</text>
</svg>`;
  }
  const hue = mix(kind, name) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160" viewBox="0 0 160 160">
<clipPath id="c"><circle cx="80" cy="80" r="80"/></clipPath>
<g clip-path="url(#c)"><rect width="160" height="160" fill="hsl(${hue} 50% 82%)"/>
<circle cx="80" cy="64" r="30" fill="hsl(${hue} 42% 52%)"/><ellipse cx="80" cy="150" rx="56" ry="48" fill="hsl(${hue} 42% 52%)"/></g>
</svg>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
