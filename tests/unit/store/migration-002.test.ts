import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrate, readMigrations } from '../../../electron/service/store/migrate.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const HOUR = 3600;
const KNOWN = 1_795_000_000 - (1_795_000_000 % HOUR) + 10 * 60;

it('migration 2 notes the hours that were read before hours were noted', async () => {
  const folder = tempFolder();
  const db = new Database(join(folder, 'desk.db'));
  onTestFinished(() => void db.close());
  const migrations = readMigrations();
  await migrate(db, migrations.slice(0, 1), join(folder, 'backups'));
  const order =
    db.prepare(`insert into commission_order (order_id, sku_id, channel, created_at, versions, first_seen_at,
    last_read_at, state_hash) values (?, '1', 'talent', ?, 1, 0, 0, x'00')`);
  order.run('1', KNOWN - 2 * HOUR);
  order.run('2', KNOWN - 2 * HOUR + 60);
  order.run('3', KNOWN);
  db.prepare(`insert into sync_cursor (resource, known_as_of, covered_from) values ('orders', ?, ?)`).run(
    KNOWN,
    KNOWN - 3 * HOUR,
  );
  db.exec("insert into sync_window (start_at, end_at, next_key, state) values (1, 2, 'cursor', 'open')");
  db.exec(
    "insert into quarantine (order_id, sku_id, reason, since, tries, last_try_at) values ('9', '1', 'x', 1, 2, 3)",
  );
  await migrate(db, migrations, join(folder, 'backups'));
  const hours = db.prepare('select hour_at - ? as at, rows_then, first_read_at from read_hour order by 1');
  const start = KNOWN - (KNOWN % HOUR);
  expect(hours.all(start)).toEqual([
    { at: -3 * HOUR, rows_then: 0, first_read_at: KNOWN },
    { at: -2 * HOUR, rows_then: 2, first_read_at: KNOWN },
    { at: -HOUR, rows_then: 0, first_read_at: KNOWN },
  ]);
  // The plan of a run that was cut off is made anew; a key in quarantine is due at once.
  expect(db.prepare('select count(*) from sync_window').pluck().get()).toBe(0);
  expect(db.prepare('select next_try_at from quarantine').pluck().get()).toBe(0);
});

it('migration 2 leaves books alone that were never read', async () => {
  const folder = tempFolder();
  const db = new Database(join(folder, 'desk.db'));
  onTestFinished(() => void db.close());
  await migrate(db, readMigrations(), join(folder, 'backups'));
  expect(db.prepare('select count(*) from read_hour').pluck().get()).toBe(0);
});
