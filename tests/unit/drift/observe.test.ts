import { describe, expect, it, onTestFinished } from 'vitest';
import { acknowledgeDrift, driftCount, driftRows } from '../../../electron/service/drift/list.ts';
import { driftObserver } from '../../../electron/service/drift/observe.ts';
import {
  bool,
  code,
  id,
  list,
  number,
  object,
  reply,
  text,
} from '../../../electron/service/platform/wire-spec/spec.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const SPEC = {
  '/thing/get': reply({
    thing: object({
      thing_id: id,
      status: code(20, 100),
      amount: number,
      'name?': text,
      'tags?': list(text),
      'parts?': list(object({ part_id: id, 'kind?': code(1, 2) })),
      'maker?': object({ appid: text }),
    }),
    'open?': bool,
  }),
  '/token': reply({ access_token: text }),
};

const PLAIN = {
  thing_id: '1',
  status: 20,
  amount: 5,
  name: 'a',
  parts: [{ part_id: 7, kind: 1 }],
  maker: { appid: 'x' },
};

async function world() {
  const store = await openStore(tempFolder());
  onTestFinished(() => store.close());
  let observer = driftObserver(store, SPEC);
  let at = 1000;
  const see = (thing: unknown, rest: object = {}) => {
    const value = { errcode: 0, errmsg: 'ok', thing, ...rest };
    at += 1;
    observer.observe('/thing/get', value, JSON.stringify(value), at);
  };
  return {
    store,
    see,
    observe: (endpoint: string, value: unknown, raw = JSON.stringify(value)) =>
      observer.observe(endpoint, value, raw, at),
    flush: () => observer.flush(),
    restart: () => {
      observer = driftObserver(store, SPEC);
    },
    found: () => {
      observer.flush();
      return driftRows(store).map(({ kind, path, expected, found }) => `${kind} ${path}: ${expected} -> ${found}`);
    },
  };
}

describe('the drift report', () => {
  it.each([
    PLAIN,
    { thing_id: 1, status: 100, amount: 0 },
    { ...PLAIN, name: null, tags: [], parts: [], maker: {} },
    { ...PLAIN, parts: [{ part_id: '8' }, { part_id: 9, kind: 2 }], tags: ['b'] },
  ])('has nothing on what is documented: %j', async (thing) => {
    const { see, found } = await world();
    see(thing, { errcode: '0', open: true });
    expect(found()).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a new field', { ...PLAIN, colour: 'red' }, 'new thing.colour: absent -> text'],
    ['a new object', { ...PLAIN, maker: { appid: 'x', at: { a: 1 } } }, 'new thing.maker.at: absent -> object'],
    ['a new field in a list', { ...PLAIN, parts: [{ part_id: 1, x: [] }] }, 'new thing.parts[].x: absent -> list'],
    ['a missing field', { thing_id: '1', status: 20 }, 'missing thing.amount: number -> absent'],
    [
      'a missing field in a list',
      { ...PLAIN, parts: [{ part_id: 1 }, {}] },
      'missing thing.parts[].part_id: text | number -> absent',
    ],
    ['a missing field of an object', { ...PLAIN, maker: { a: 1 } }, 'missing thing.maker.appid: text -> absent'],
    ['a number as text', { ...PLAIN, amount: '5' }, 'retyped thing.amount: number -> text'],
    ['nothing where a number belongs', { ...PLAIN, amount: null }, 'retyped thing.amount: number -> null'],
    ['a code as text', { ...PLAIN, status: '100' }, 'retyped thing.status: number -> text'],
    ['an object for a list', { ...PLAIN, parts: { part_id: 1 } }, 'retyped thing.parts: list -> object'],
    ['text for an object', { ...PLAIN, maker: 'x' }, 'retyped thing.maker: object -> text'],
    ['a number in a list of texts', { ...PLAIN, tags: ['a', 3] }, 'retyped thing.tags[]: text -> number'],
    ['an unknown code', { ...PLAIN, status: 7 }, 'code thing.status: 20 | 100 -> 7'],
    [
      'an unknown code in a list',
      { ...PLAIN, parts: [{ part_id: 1, kind: 9 }] },
      'code thing.parts[].kind: 1 | 2 -> 9',
    ],
  ])('names %s', async (_, thing, finding) => {
    const { see, found } = await world();
    see(PLAIN);
    see(thing);
    expect(found()).toContain(finding);
    expect(found().filter((one) => one.split(' ')[0] === finding.split(' ')[0])).toHaveLength(1);
  });

  it('looks into a single object that stands for a list', async () => {
    const { see, found } = await world();
    see({ ...PLAIN, parts: { part_id: 1, kind: 9 } });
    expect(found().sort()).toEqual(['code thing.parts[].kind: 1 | 2 -> 9', 'retyped thing.parts: list -> object']);
  });

  it('counts each reply once, from the first to the last, and keeps the first sample', async () => {
    const { store, see, flush, restart } = await world();
    see({
      ...PLAIN,
      parts: [
        { part_id: 1, x: 1 },
        { part_id: 2, x: 2 },
      ],
    });
    see(PLAIN);
    see({ ...PLAIN, parts: [{ part_id: 3, x: 3 }] });
    flush();
    restart();
    see({ ...PLAIN, parts: [{ part_id: 4, x: 4 }] });
    flush();
    flush();
    const rows = driftRows(store);
    expect(rows).toMatchObject([{ path: 'thing.parts[].x', times: 3, first_seen_at: 1001, last_seen_at: 1004 }]);
    expect(JSON.parse(rows[0]!.sample).thing.parts).toHaveLength(2);
  });

  it('cuts samples and never shows a token', async () => {
    const { store, observe, see, flush } = await world();
    observe('/token', { access_token: 'verysecret', later: 1 }, '{"access_token" : "very\\"secret","later":1}');
    see({ ...PLAIN, x: 'y'.repeat(30_000) });
    flush();
    const samples = Object.fromEntries(driftRows(store).map((row) => [row.endpoint, row.sample]));
    expect(samples['/token']).toBe('{"access_token" : "…","later":1}');
    expect(samples['/thing/get']).toHaveLength(20_000);
  });

  it('stays small however many names a reply makes up', async () => {
    const { store, see, flush } = await world();
    for (let index = 0; index < 3000; index += 1) see({ ...PLAIN, [`made-up-${index}`]: index });
    flush();
    expect(driftRows(store)).toHaveLength(100);
  });

  it('leaves alone what is not documented at all', async () => {
    const { store, observe, flush } = await world();
    observe('/other', { a: 1 });
    observe('constructor', { a: 1 });
    observe('/thing/get', null, '');
    flush();
    expect(driftCount(store)).toBe(0);
  });
});

describe('acknowledging', () => {
  it('closes findings for good, opens the new ones, and is in the audit log', async () => {
    const { store, see, flush } = await world();
    see({ ...PLAIN, status: 7 });
    see({ ...PLAIN, colour: 'red' });
    flush();
    expect(driftCount(store)).toBe(2);
    const seven = driftRows(store).find((row) => row.found === '7')!;
    expect(acknowledgeDrift(store, [seven.drift_id, 99], '小林', 5000)).toBe(1);
    expect(acknowledgeDrift(store, [seven.drift_id], '小林', 6000)).toBe(0);
    see({ ...PLAIN, status: 7 });
    see({ ...PLAIN, status: 8 });
    flush();
    expect(driftRows(store).map((row) => [row.found, row.times, row.acknowledged_at, row.acknowledged_by])).toEqual([
      ['8', 1, null, null],
      ['text', 1, null, null],
      ['7', 2, 5000, '小林'],
    ]);
    expect(driftCount(store)).toBe(2);
    expect(store.all(sql`select at, staff, action from audit_log`)).toEqual([
      { at: 5000, staff: '小林', action: 'sync.acknowledge_drift' },
    ]);
  });
});
