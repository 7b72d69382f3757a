import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyses } from '../../../electron/service/analysis/analyse.ts';
import { openPast } from '../../../electron/service/reading/past-books.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore, type Store } from '../../../electron/service/store/store.ts';
import { NAMED_DIMENSIONS, type NamedDimension } from '../../../shared/contract/analysis.ts';
import { fillVaried, rowsOf } from './varied-orders.ts';

let store: Store;
const folder = mkdtempSync(join(tmpdir(), 'league-desk-test-'));
beforeAll(async () => {
  store = await openStore(folder);
  fillVaried(store, 420, 31);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const found = (dimension: NamedDimension, text: string) =>
  analyses['analysis.members'](store, { dimension, text }).members;
const ids = (dimension: NamedDimension, text: string) => found(dimension, text).map(({ value }) => value);

it.each(NAMED_DIMENSIONS)('finds everybody of %s by their whole name', (dimension) => {
  const named = {
    shop_appid: 'shop_name',
    product_id: 'product_title',
    promoter_appid: 'promoter_name',
    talent_key: 'talent_name',
  } as const;
  const rows = rowsOf(store).filter((row) => row[dimension] !== null && row[named[dimension]]);
  expect(rows.length).toBeGreaterThan(100);
  for (const row of rows) expect(ids(dimension, row[named[dimension]]!)).toContain(row[dimension]);
});

it('finds talents by a part of their name, with the name they have', () => {
  expect(found('talent_key', '人 3')).toEqual([{ value: 'name:达人 3', label: '达人 3' }]);
  // Every word of the text, in any order, whatever its width.
  expect(ids('talent_key', '３ 达人')).toEqual(['name:达人 3']);
  expect(ids('talent_key', '达人')).toHaveLength(5);
  expect(ids('talent_key', '商品')).toEqual([]);
});

it('finds by a part of the id, and the whole id of who never had a name', () => {
  expect(ids('product_id', '0000007')).toEqual(['10000007']);
  // Shorter parts stand in too many ids.
  expect(ids('product_id', '007')).toEqual([]);
  store.run(sql`update commission_order set promoter_appid = 'wxquiet', promoter_name = null
    where promoter_appid = 'wxpromoter4'`);
  expect(found('promoter_appid', 'wxquiet')).toEqual([{ value: 'wxquiet', label: null }]);
});

it('gives names that begin with the text first, short ones before long ones', () => {
  expect(ids('product_id', '商品 1').slice(0, 2)).toEqual(['10000001', '10000010']);
});

it('gives of a past moment who had an order then', () => {
  const [first] = rowsOf(store, sql`talent_key = 'name:达人 3' order by first_seen_at limit 1`);
  const at = (moment: number) => {
    const past = openPast(folder, moment);
    try {
      return past.atOnce(() => analyses['analysis.members'](past.reader, { dimension: 'talent_key', text: '达人 3' }));
    } finally {
      past.close();
    }
  };
  expect(at(first!.first_seen_at).members).toEqual([{ value: 'name:达人 3', label: '达人 3' }]);
  expect(at(first!.first_seen_at - 1).members).toEqual([]);
});

it('does not give who has no order any more', () => {
  store.run(sql`update commission_order set talent_key = 'wxtalent' where talent_key = 'name:达人 2'`);
  expect(ids('talent_key', '达人 2')).toEqual([]);
  expect(ids('talent_key', 'wxtalent')).toEqual(['wxtalent']);
});

it.each(['%', '_', '"', "' or 1=1 --", '*', '\u0000', '   ', '\u0301', '😀'])(
  'takes %j as nothing worse than no words',
  (text) => {
    expect(found('talent_key', text)).toEqual([]);
  },
);
