/**
 * A picture that looks like a QR code and differs from code to code, as PNG. It leads nowhere: links of the sandbox
 * mean nothing to a phone.
 */
import { crc32, deflateSync } from 'node:zlib';
import { mix, Random } from './random.ts';

const MODULES = 33;
const QUIET = 4;
/** Pixels per module. */
const SCALE = 8;
const SIZE = (MODULES + 2 * QUIET) * SCALE;

export function qrPicture(code: string): Buffer {
  const random = new Random(mix('qr', code));
  const dark = Array.from({ length: MODULES * MODULES }, () => random.chance(0.48));
  const set = (x: number, y: number, on: boolean): void => {
    if (x >= 0 && y >= 0 && x < MODULES && y < MODULES) dark[y * MODULES + x] = on;
  };
  const far = MODULES - 7;
  for (const [left, top] of [
    [0, 0],
    [far, 0],
    [0, far],
  ] as const) {
    for (let y = -1; y <= 7; y++) {
      for (let x = -1; x <= 7; x++) {
        // Three rings: light border, dark frame, light gap, dark heart.
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        set(left + x, top + y, ring === 3 || ring <= 1);
      }
    }
  }
  for (let i = 8; i < far - 1; i++) {
    set(i, 6, i % 2 === 0);
    set(6, i, i % 2 === 0);
  }
  return greyPng(SIZE, (x, y) => {
    const column = Math.floor(x / SCALE) - QUIET;
    const row = Math.floor(y / SCALE) - QUIET;
    const inside = column >= 0 && row >= 0 && column < MODULES && row < MODULES;
    return inside && dark[row * MODULES + column] === true ? 0 : 255;
  });
}

/** A square picture of 8-bit grey. */
function greyPng(size: number, at: (x: number, y: number) => number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 8;
  const rows = Buffer.alloc(size * (size + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) rows[y * (size + 1) + 1 + x] = at(x, y);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
