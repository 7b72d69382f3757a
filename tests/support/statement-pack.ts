import { csvRows } from './csv-rows.ts';
import { zipBytes } from './zip-bytes.ts';

/** A pack of statements: its parts by name, the rows of its index, and the files those list with their SHA-256. */
export async function readPack(file: string, formats: readonly string[]) {
  const parts = await zipBytes(file);
  const index = csvRows(parts.get('index.csv')!.toString('utf8'));
  const listed = new Map(
    index.flatMap((row) => formats.map((format) => [row[`文件(${format})`]!, row[`文件SHA-256(${format})`]!] as const)),
  );
  return { parts, index, listed };
}
