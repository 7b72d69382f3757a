/** One file of an archive, as its headers say it. */
export interface ZipEntry {
  name: Buffer;
  /** Where its header stands in the file; set when that is written. */
  offset: number;
  crc: number;
  size: number;
  packed: number;
}

/** 1980-01-01, the first date a zip can hold. */
const DATE = 0x21;
const DEFLATE = 8;
const UTF8_NAME = 0x800;
const VERSION = 20;
const REGULAR_FILE = 0o100644;

function shared({ crc, packed, size, name }: ZipEntry): number[][] {
  return [
    [2, VERSION],
    [2, UTF8_NAME],
    [2, DEFLATE],
    [2, 0],
    [2, DATE],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, 0],
  ];
}

export function localHeader(entry: ZipEntry): Buffer {
  return Buffer.concat([fields([[4, 0x0403_4b50], ...shared(entry)]), entry.name]);
}

export function centralHeader(entry: ZipEntry): Buffer {
  const before = [
    [4, 0x0201_4b50],
    [2, (3 << 8) | VERSION],
  ];
  const behind = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, REGULAR_FILE * 65_536],
    [4, entry.offset],
  ];
  return Buffer.concat([fields([...before, ...shared(entry), ...behind]), entry.name]);
}

export function endRecord(entries: number, offset: number, size: number): Buffer {
  return fields([
    [4, 0x0605_4b50],
    [2, 0],
    [2, 0],
    [2, entries],
    [2, entries],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
}

/** Little-endian numbers of two or four bytes. */
function fields(values: readonly (readonly number[])[]): Buffer {
  const bytes = Buffer.alloc(values.reduce((sum, [length]) => sum + length!, 0));
  let at = 0;
  for (const [length, value] of values) at = bytes.writeUIntLE(value!, at, length!);
  return bytes;
}
