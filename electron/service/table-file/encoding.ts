import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';

/** How the text of a table is written; `utf-16` by its byte order. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Control characters and halves of characters: bytes that are no UTF-16 text nearly always give one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\ufffd\ud800-\udfff]/u;
const UNREADABLE = '\ufffd';

/**
 * The text of a table and how it is written: by its mark; UTF-16 where zero bytes are; UTF-8 where the bytes are valid;
 * else GB18030, which Excel writes in China. Null when it is no text at all.
 */
export function decoded(bytes: Uint8Array): { encoding: Encoding; text: string } | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = markOf(buffer);
  if (marked) return { encoding: marked, text: iconv.decode(buffer, marked) };
  if (buffer.includes(0)) {
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const text = iconv.decode(buffer, encoding);
      if (buffer.length % 2 === 0 && !NO_TEXT.test(text)) return { encoding, text };
    }
    return null;
  }
  if (isUtf8(buffer)) return { encoding: 'utf-8', text: buffer.toString('utf8') };
  const text = iconv.decode(buffer, 'gb18030');
  return text.includes(UNREADABLE) ? null : { encoding: 'gb18030', text };
}

/** The text of a file on disk in pieces, however large; the same choice, without UTF-16 that bears no mark. */
export async function* decodedFile(file: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder((await markOfFile(file)) ?? ((await isUtf8File(file)) ? 'utf-8' : 'gb18030'));
  for await (const piece of createReadStream(file, { highWaterMark: PIECE })) yield decoder.write(piece as Buffer);
  const rest = decoder.end();
  if (rest) yield rest;
}

const PIECE = 256 * 1024;

function markOf(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

async function markOfFile(file: string): Promise<Encoding | null> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(3), 0, 3, 0);
    return markOf(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

async function isUtf8File(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of createReadStream(file, { highWaterMark: PIECE }))
      decoder.decode(piece as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
