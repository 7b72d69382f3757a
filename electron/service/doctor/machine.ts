import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { arch, release, type } from 'node:os';
import { join } from 'node:path';
import type { DoctorLine } from '../../../shared/contract/doctor.ts';
import { freeBytes } from '../background/free-disk.ts';
import { schemaVersion } from '../store/migrate.ts';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { line } from './line.ts';

const GIGABYTE = 1024 ** 3;
const LOW = 2 * GIGABYTE;
/** Less than a day of a busy institution's orders with room for their index. */
const NEARLY_FULL = 200 * 1024 ** 2;

export function versions(store: Store, program: string): DoctorLine {
  const { electron, node } = process.versions;
  return line('versions', 'ok', 'doctor.versions', {
    program,
    schema: schemaVersion(store.db),
    sqlite: store.value<string>(sql`select sqlite_version()`) ?? '',
    runtime: electron ? `Electron ${electron}, Node ${node}` : `Node ${node}`,
    system: `${type()} ${release()} ${arch()}`,
  });
}

/** Asks the disk itself: permissions alone do not tell of a mount that is read-only or gone. */
export async function dataFolder(folder: string): Promise<DoctorLine> {
  const probe = join(folder, `.league-desk-${randomBytes(6).toString('hex')}.probe`);
  try {
    await writeFile(probe, '', { flag: 'wx' });
    await rm(probe);
    return line('data_folder', 'ok', 'doctor.folder_ok', { folder });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    return line('data_folder', 'bad', 'doctor.folder_not_writable', { folder, reason });
  }
}

export async function freeDisk(folder: string, free: (folder: string) => Promise<number | null> = freeBytes) {
  const bytes = await free(folder);
  if (bytes === null) return line('free_disk', 'unknown', 'doctor.disk_unknown', { folder });
  const params = { free_bytes: bytes, free: sizeText(bytes), folder };
  if (bytes < NEARLY_FULL) return line('free_disk', 'bad', 'doctor.disk_nearly_full', params);
  if (bytes < LOW) return line('free_disk', 'warn', 'doctor.disk_low', params);
  return line('free_disk', 'ok', 'doctor.disk_ok', params);
}

function sizeText(bytes: number): string {
  return bytes < GIGABYTE ? `${Math.floor(bytes / 1024 ** 2)} MB` : `${(bytes / GIGABYTE).toFixed(1)} GB`;
}
