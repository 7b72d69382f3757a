import type { TableFile, TableSource } from './cell.ts';
import { csvTable } from './csv.ts';
import { unreadable } from './unreadable.ts';
import { openXlsx } from './xlsx.ts';

const LARGEST = 30 * 1024 * 1024;

/** A table somebody dropped, by what its bytes are and not by what the file is called. Throws `file.unreadable`. */
export async function openTableFile({ name, bytes }: TableFile): Promise<TableSource> {
  if (bytes.length > LARGEST) throw unreadable(name, 'too_large');
  if (bytes.length === 0) throw unreadable(name, 'empty');
  const begins = (...head: number[]) => head.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b)) return openXlsx(bytes, { name });
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    // A workbook with a password is an old container around the encrypted package.
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    );
    throw unreadable(name, encrypted ? 'encrypted' : 'old_excel');
  }
  return csvTable(name, bytes);
}
