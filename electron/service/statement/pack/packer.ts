import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ReportFormat } from '../../../../shared/contract/report.ts';
import { FreshFiles } from '../../report/fresh-files.ts';
import { Pace } from '../../report/pace.ts';
import { buildStatement, type StatementSources } from '../build.ts';
import type { Recipient } from '../recipients.ts';
import type { WriteStatement } from '../writer.ts';
import type { Archive } from './archive.ts';
import { FileNames, FORMAT_ENDING, SCOPE_WORD } from './file-names.ts';
import { INDEX, type Packed, type PackIndex, writeIndexTable, writeIndexWorkbook } from './index-files.ts';

export interface Packing {
  sources: StatementSources;
  formats: readonly ReportFormat[];
  write: WriteStatement;
  pace: Pace;
  /** Where a file lies while it is written: on the disk the archive is on. */
  folder: string;
}

/** Writes one file after the other and moves it into the archive. */
export class Packer {
  readonly packed: Packed[] = [];
  readonly #archive: Archive;
  readonly #packing: Packing;
  readonly #names = new FileNames();
  /** For the writers: they say what they do of one file, and are stopped like the whole. */
  readonly #quiet: Pace;

  constructor(archive: Archive, packing: Packing) {
    this.#archive = archive;
    this.#packing = packing;
    this.#quiet = quietly(packing.pace);
  }

  async statement(recipient: Recipient): Promise<void> {
    const { sources, formats, pace, write, folder } = this.#packing;
    const statement = buildStatement(recipient, sources);
    const { scope, sums, adjustments } = statement;
    const stem = this.#names.stem(scope, statement.period, statement.recipient);
    const files: Packed['files'][number][] = [];
    let hash = '';
    for (const format of formats) {
      const name = `${stem}${FORMAT_ENDING[format]}`;
      const sha256 = await this.#add(`${SCOPE_WORD[scope]}/`, async (room) => {
        const written = await write(statement, format, join(folder, name), { files: room, pace: this.#quiet });
        hash = written.hash;
      });
      files.push({ format, path: `${SCOPE_WORD[scope]}/${name}`, sha256 });
      pace.did(linesOf(recipient));
    }
    this.packed.push({
      ...statement.recipient,
      scope,
      sums,
      adjustments,
      payable_fen: recipient.balance?.payable_fen ?? null,
      hash,
      files,
    });
  }

  async close(index: PackIndex): Promise<void> {
    const at = (name: string) => join(this.#packing.folder, name);
    await this.#add('', (room) => writeIndexWorkbook(room.begin(at(INDEX.workbook)), index));
    await this.#add('', (room) => writeIndexTable(room.begin(at(INDEX.table)), index));
    await this.#archive.close();
  }

  abort(): Promise<void> {
    return this.#archive.abort();
  }

  /** Moves into a folder of the archive what is written, and gives the SHA-256 of the first file: others belong to it. */
  async #add(folder: string, write: (room: Pick<FreshFiles, 'begin'>) => Promise<void>): Promise<string> {
    const files = new FreshFiles();
    const begun: { name: string; temporary: string }[] = [];
    let first = '';
    try {
      await write({
        begin: (file) => {
          const temporary = files.begin(file);
          begun.push({ name: basename(file), temporary });
          return temporary;
        },
      });
      for (const { name, temporary } of begun) {
        const bytes = await readFile(temporary);
        await this.#archive.add(`${folder}${name}`, bytes);
        first ||= createHash('sha256').update(bytes).digest('hex');
      }
      return first;
    } finally {
      files.drop();
    }
  }
}

/** A statement without lines is work, too. */
export function linesOf({ places }: Recipient): number {
  return places.length + 1;
}

/** Stops with the other one and tells nobody how far it is. */
function quietly(pace: Pace): Pace {
  return new Pace(
    () => {},
    () => {
      pace.check();
      return false;
    },
  );
}
