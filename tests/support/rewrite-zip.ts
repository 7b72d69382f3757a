import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ZipReader } from '../../electron/service/table-file/zip-reader.ts';

/** Copies a zip file with one of its parts changed, as somebody would who edits a workbook by hand. */
export async function rewriteZip(
  from: string,
  to: string,
  part: string,
  change: (text: string) => string,
): Promise<void> {
  const source = await ZipReader.open(from);
  const copy = new ZipFile();
  for (const name of source.names) {
    const text = await source.whole(name);
    copy.addBuffer(Buffer.from(name === part ? change(text) : text, 'utf8'), name);
  }
  copy.end();
  source.close();
  await pipeline(copy.outputStream, createWriteStream(to));
}
