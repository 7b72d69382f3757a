import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeFailure } from '../../../electron/service/report/file-failure.ts';
import { FreshFiles } from '../../../electron/service/report/fresh-files.ts';
import { TextFile } from '../../../electron/service/report/text-file.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'league-desk-fresh-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('shows files only when all are complete', () => {
  const files = new FreshFiles();
  const [one, two] = [join(dir, 'new', 'one'), join(dir, 'two')];
  writeFileSync(two, 'older');
  for (const file of [one, two]) writeFileSync(files.begin(file), 'fresh');
  expect(existsSync(one)).toBe(false);
  expect(readFileSync(two, 'utf8')).toBe('older');
  expect(files.keep()).toEqual([one, two]);
  files.drop();
  expect([one, two].map((file) => readFileSync(file, 'utf8'))).toEqual(['fresh', 'fresh']);
  expect(readdirSync(dir).sort()).toEqual(['new', 'two']);
});

it('puts everything back when one cannot be placed', () => {
  const files = new FreshFiles();
  const places = ['one', 'two', 'three'].map((name) => join(dir, name));
  writeFileSync(places[0]!, 'older');
  for (const file of places) writeFileSync(files.begin(file), 'fresh');
  mkdirSync(places[2]!);
  expect(() => files.keep()).toThrow('file.unwritable');
  files.drop();
  expect(readdirSync(dir).sort()).toEqual(['one', 'three']);
  expect(readFileSync(places[0]!, 'utf8')).toBe('older');
});

it('clears away what a killed program left half-written a day ago, and nothing else', () => {
  const names = [
    '.league-desk-0123456789ab.part',
    '.league-desk-ba9876543210.part',
    '.league-desk-ba9876543210.part.before',
  ];
  const [old, young, before] = names.map((name) => join(dir, name));
  for (const file of [old!, young!, before!]) writeFileSync(file, 'half');
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const file of [old!, before!]) utimesSync(file, longAgo, longAgo);
  const files = new FreshFiles();
  writeFileSync(files.begin(join(dir, 'one')), 'fresh');
  files.keep();
  expect(readdirSync(dir).sort()).toEqual([names[1], names[2], 'one'].sort());
});

it('takes back a folder it made, and no other', () => {
  const files = new FreshFiles();
  files.begin(join(dir, 'made', 'file'));
  files.begin(join(dir, 'file'));
  files.drop();
  expect(readdirSync(dir)).toEqual([]);
});

it.runIf(process.platform === 'linux')('says that the disk is full', () => {
  const text = new TextFile('/dev/full', 'shown.csv');
  text.write('x');
  expect(() => text.end()).toThrow('store.disk_full (file=shown.csv)');
  text.close();
});

it('leaves errors alone that are none of the file system', () => {
  const error = new TypeError('x');
  expect(writeFailure(error, 'file')).toBe(error);
});
