import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { audit, auditHash } from '../../../electron/service/store/audit.ts';
import { migrate, readMigrations, schemaVersion } from '../../../electron/service/store/migrate.ts';
import { rawReader, writeRaw } from '../../../electron/service/store/raw.ts';
import { isIn, sql, where } from '../../../electron/service/store/sql.ts';
import { openReader, openStore, readOnlyStore, STORE_FILE } from '../../../electron/service/store/store.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function opened(folder = tempFolder()) {
  const store = await openStore(folder);
  onTestFinished(() => {
    if (store.db.open) store.close();
  });
  return { store, folder };
}

describe('opening the books', () => {
  it('makes STRICT tables and keeps foreign keys', async () => {
    const { store } = await opened();
    const loose = store.all<{ name: string }>(
      sql`select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite%'`,
    );
    expect(loose).toEqual([]);
    expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('refuses a second program on the same folder, and lets it in when the first ends', async () => {
    const { store, folder } = await opened();
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'store.locked' });
    store.close();
    (await openStore(folder)).close();
  });

  it('reads beside a writer and refuses to write there', async () => {
    const { store, folder } = await opened();
    store.run(sql`insert into setting (key, value) values ('a', 'b')`);
    const beside = readOnlyStore(folder);
    expect(beside.value(sql`select value from setting`)).toBe('b');
    expect(() => beside.run(sql`delete from setting`)).toThrow(expect.objectContaining({ code: 'store.locked' }));
    beside.close();
  });

  it('refuses a database of a newer program and leaves it alone', async () => {
    const { store, folder } = await opened();
    store.db.pragma('user_version = 999');
    store.close();
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'store.newer', params: { found: 999 } });
    expect(() => openReader(folder)).toThrow(expect.objectContaining({ code: 'store.newer' }));
  });

  it('names a corrupt file, and does not touch it', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, STORE_FILE), Buffer.alloc(8192, 'this is no database '));
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'store.corrupt' });
  });

  it('finds damage inside a database', async () => {
    const { store, folder } = await opened();
    store.transaction(() => {
      for (let row = 0; row < 3000; row += 1)
        store.run(sql`insert into setting (key, value) values (${`k${row}`}, ${'v'.repeat(200)})`);
    });
    store.close();
    const db = new Database(join(folder, STORE_FILE));
    db.pragma('wal_checkpoint(truncate)');
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.close();
    const { openSync, writeSync, closeSync } = await import('node:fs');
    const file = openSync(join(folder, STORE_FILE), 'r+');
    for (let page = Math.floor(pages / 2); page < pages; page += 1)
      writeSync(file, Buffer.alloc(4096, 0xab), 0, 4096, page * 4096);
    closeSync(file);
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'store.corrupt' });
  });

  it('says when the folder cannot be written', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    await expect(openStore(join(folder, 'file', 'data'))).rejects.toMatchObject({ code: 'store.readonly' });
    mkdirSync(join(folder, 'odd', STORE_FILE), { recursive: true });
    await expect(openStore(join(folder, 'odd'))).rejects.toMatchObject({ code: 'store.readonly' });
  });

  it('says when the disk is full, and keeps what was there', async () => {
    const { store } = await opened();
    store.run(sql`insert into setting (key, value) values ('kept', '1')`);
    store.db.pragma(`max_page_count = ${store.db.pragma('page_count', { simple: true })}`);
    const flood = () =>
      store.transaction(() => {
        for (let row = 0; row < 5000; row += 1)
          store.run(sql`insert into setting (key, value) values (${`k${row}`}, ${'v'.repeat(500)})`);
      });
    expect(flood).toThrow(expect.objectContaining({ code: 'store.disk_full' }));
    expect(store.value(sql`select count(*) from setting`)).toBe(1);
  });

  it('says when there is nothing to read', () => {
    expect(() => openReader(tempFolder())).toThrow(expect.objectContaining({ code: 'store.unopened' }));
  });
});

describe('migrations', () => {
  it('are numbered without a gap', () => {
    expect(readMigrations().map((migration) => migration.version)).toEqual(
      readMigrations().map((_, index) => index + 1),
    );
  });

  it('come all or not at all, after a verified copy', async () => {
    const folder = tempFolder();
    const db = new Database(join(folder, 'x.db'));
    onTestFinished(() => {
      db.close();
    });
    const first = { version: 1, name: '001', text: 'create table a (x integer) strict; insert into a values (7);' };
    const good = { version: 2, name: '002', text: 'create table b (x integer) strict;' };
    const bad = { version: 3, name: '003', text: 'create table c (x integer) strict; select no_such_function();' };
    await migrate(db, [first], join(folder, 'backups'));
    await expect(migrate(db, [first, good, bad], join(folder, 'backups'))).rejects.toThrow();
    expect(schemaVersion(db)).toBe(1);
    expect(db.prepare("select count(*) from sqlite_schema where name in ('b', 'c')").pluck().get()).toBe(0);
    expect(readdirSync(join(folder, 'backups'))).toEqual(['before-migration-from-001.db']);
    const copy = new Database(join(folder, 'backups', 'before-migration-from-001.db'), { readonly: true });
    expect(copy.prepare('select x from a').pluck().get()).toBe(7);
    copy.close();
    await migrate(db, [first, good], join(folder, 'backups'));
    expect(schemaVersion(db)).toBe(2);
  });
});

describe('what may never change', () => {
  it('keeps versions and the audit log append-only', async () => {
    const { store } = await opened();
    store.run(sql`insert into commission_order (order_id, sku_id, channel, versions, first_seen_at, last_read_at, state_hash)
      values ('1', '2', 'talent', 1, 0, 0, x'00')`);
    const [place] = writeRaw(store, ['{}']);
    store.run(sql`insert into order_version (commission_order_id, seq, seen_at, raw_block_id, raw_start, raw_length)
      values (1, 1, 0, ${place!.raw_block_id}, 0, 2)`);
    audit(store, { at: 1, staff: 'a', action: 'x', detail: {} });
    expect(() => store.run(sql`update order_version set seq = 2`)).toThrow(/append-only/);
    expect(() => store.run(sql`delete from order_version`)).toThrow(/append-only/);
    expect(() => store.run(sql`delete from raw_block`)).toThrow(/append-only/);
    expect(() => store.run(sql`update audit_log set staff = 'b'`)).toThrow(/append-only/);
    expect(() => store.run(sql`delete from audit_log`)).toThrow(/append-only/);
  });

  it('chains the audit log', async () => {
    const { store } = await opened();
    const entries = [1, 2, 3].map((at) => ({ at, staff: '小李', action: 'period.close', detail: { at } }));
    for (const entry of entries) audit(store, entry);
    const rows = store.all<{ previous_hash: string; hash: string }>(
      sql`select previous_hash, hash from audit_log order by entry_id`,
    );
    let previous = '';
    rows.forEach((row, index) => {
      expect(row.previous_hash).toBe(previous);
      expect(row.hash).toBe(auditHash(previous, entries[index]!));
      previous = row.hash;
    });
  });
});

describe('sql', () => {
  it('binds every value', () => {
    const query = sql`select * from shop ${where([sql`shop_appid = ${"x' or 1=1"}`, isIn('status', [1, 2])])}`;
    expect(query.text).toBe('select * from shop where shop_appid = ? and status in (?, ?)');
    expect(query.values).toEqual(["x' or 1=1", 1, 2]);
  });
});

describe('raw replies', () => {
  it('come back as they were', async () => {
    const { store } = await opened();
    const replies = ['{"errcode":0,"commssion_order":{"order_id":3701234567890123456,"title":"茶😀"}}', '{}', ''];
    const read = rawReader(store);
    expect(writeRaw(store, replies).map(read)).toEqual(replies);
    store.run(sql`insert into raw_block (block_id, codec, packed) values (99, 99, x'00')`);
    expect(() => read({ raw_block_id: 99, raw_start: 0, raw_length: 1 })).toThrow(RangeError);
  });
});
