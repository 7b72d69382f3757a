/** A QR code as PNG, as the platform's own pictures of codes are: 8 pixels a module, four modules of white around. */
import { crc32, deflateSync } from 'node:zlib';
import { create } from 'qrcode';

const QUIET = 4;
/** Pixels per module. */
const SCALE = 8;

export function qrPicture(text: string): Buffer {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return greyPng((size + 2 * QUIET) * SCALE, (x, y) => {
    const column = Math.floor(x / SCALE) - QUIET;
    const row = Math.floor(y / SCALE) - QUIET;
    const inside = column >= 0 && row >= 0 && column < size && row < size;
    return inside && data[row * size + column] ? 0 : 255;
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
