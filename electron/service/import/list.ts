import type { ImportedFile, ImportReading } from '../../../shared/contract/import.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { sql } from '../store/sql.ts';
import type { StoreReader } from '../store/store.ts';

interface FileRow {
  import_id: number;
  name: string;
  period: string;
  sha256: string;
  reading: string;
  imported_at: number;
  imported_by: string;
  withdrawn_at: number | null;
  withdrawn_by: string | null;
}

/** Every file that was imported, newest first, withdrawn ones too. */
export function importList(reader: StoreReader): ImportedFile[] {
  return reader.all<FileRow>(sql`select * from import_file order by import_id desc`).map(fileOf);
}

/** Throws `import.unknown`. */
export function importedFile(reader: StoreReader, importId: number): ImportedFile {
  const row = reader.get<FileRow>(sql`select * from import_file where import_id = ${importId}`);
  if (!row) throw new DeskError('import.unknown', { import_id: importId });
  return fileOf(row);
}

function fileOf(row: FileRow): ImportedFile {
  const { import_id, name, period, sha256, imported_at, imported_by, withdrawn_at, withdrawn_by } = row;
  return {
    ...(JSON.parse(row.reading) as ImportReading),
    import_id,
    name,
    period,
    sha256,
    imported_at,
    imported_by,
    withdrawn: withdrawn_at === null ? null : { at: withdrawn_at, by: withdrawn_by ?? '' },
  };
}
