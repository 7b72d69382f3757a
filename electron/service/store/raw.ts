import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { sql } from './sql.ts';
import type { Store, StoreReader } from './store.ts';

/** Codec 1 is raw deflate over the UTF-8 of the replies one after the other. Another way gets the next number. */
const CODEC = 1;

/** Replies per block: enough that they compress each other, few enough that reading one unpacks little. */
export const REPLIES_PER_BLOCK = 64;

/** Where a reply stands. */
export interface RawPlace {
  raw_block_id: number;
  raw_start: number;
  raw_length: number;
}

/** Writes replies into as few blocks as needed and says where each one went. Call it in the transaction of their rows. */
export function writeRaw(store: Store, replies: readonly string[]): RawPlace[] {
  const places: RawPlace[] = [];
  for (let start = 0; start < replies.length; start += REPLIES_PER_BLOCK) {
    const parts = replies.slice(start, start + REPLIES_PER_BLOCK).map((reply) => Buffer.from(reply));
    const packed = deflateRawSync(Buffer.concat(parts), { level: 1 });
    const { id } = store.run(sql`insert into raw_block (codec, packed) values (${CODEC}, ${packed})`);
    let at = 0;
    for (const part of parts) {
      places.push({ raw_block_id: id, raw_start: at, raw_length: part.length });
      at += part.length;
    }
  }
  return places;
}

/** Reads replies back; a block that several of them share is unpacked once. */
export function rawReader(reader: StoreReader): (place: RawPlace) => string {
  let open: { id: number; bytes: Buffer } | null = null;
  return ({ raw_block_id, raw_start, raw_length }) => {
    if (open?.id !== raw_block_id) open = { id: raw_block_id, bytes: unpack(reader, raw_block_id) };
    return open.bytes.toString('utf8', raw_start, raw_start + raw_length);
  };
}

function unpack(reader: StoreReader, id: number): Buffer {
  const block = reader.get<{ codec: number; packed: Uint8Array }>(
    sql`select codec, packed from raw_block where block_id = ${id}`,
  );
  if (block?.codec !== CODEC) throw new RangeError(`raw block ${id}: codec ${block?.codec ?? 'missing'}`);
  return inflateRawSync(block.packed);
}
