import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../../shared/contract/result.ts';

export interface Migration {
  version: number;
  name: string;
  text: string;
}

const KEPT_BACKUPS = 3;

/** `NNN-name.sql` of a folder in the order of their numbers, which must be 1, 2, 3 without a gap. */
export function readMigrations(folder: string = join(import.meta.dirname, 'migrations')): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => /^\d{3}-.*\.sql$/.test(file))
    .sort()
    .map((file) => ({ version: Number(file.slice(0, 3)), name: file, text: readFileSync(join(folder, file), 'utf8') }));
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`migration ${migration.name} should have number ${index + 1}`);
  });
  return migrations;
}

export function schemaVersion(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Throws `store.newer` when a newer program wrote this database. */
export function refuseNewer(db: Database.Database, migrations: readonly Migration[]): void {
  const found = schemaVersion(db);
  if (found > migrations.length) throw new DeskError('store.newer', { file: db.name, found, known: migrations.length });
}

/**
 * Brings the database to the newest version: all pending migrations in one transaction, and before it a verified
 * copy of what was there. Either everything is new or nothing changed.
 */
export async function migrate(
  db: Database.Database,
  migrations: readonly Migration[],
  backupDir: string,
): Promise<void> {
  refuseNewer(db, migrations);
  const found = schemaVersion(db);
  if (found === migrations.length) return;
  if (found > 0) await backUp(db, backupDir, found);
  db.transaction(() => {
    for (const migration of migrations.slice(found)) db.exec(migration.text);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

async function backUp(db: Database.Database, backupDir: string, version: number): Promise<void> {
  mkdirSync(backupDir, { recursive: true });
  const file = join(backupDir, `before-migration-from-${String(version).padStart(3, '0')}.db`);
  if (existsSync(file)) rmSync(file);
  await db.backup(file);
  const copy = new Database(file, { readonly: true });
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok' || schemaVersion(copy) !== version)
      throw new DeskError('store.corrupt', { file, reason: `backup not usable: ${String(verdict)}` });
  } finally {
    copy.close();
  }
  const old = readdirSync(backupDir)
    .filter((entry) => /^before-migration-from-\d{3}\.db$/.test(entry))
    .sort()
    .slice(0, -KEPT_BACKUPS);
  for (const entry of old) rmSync(join(backupDir, entry));
}
