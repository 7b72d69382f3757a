import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../electron/service/review/decide.ts';
import { setRules } from '../../../electron/service/review/hold.ts';
import { addNote } from '../../../electron/service/review/note.ts';
import { tagRows } from '../../../electron/service/review/tag.ts';
import { undo } from '../../../electron/service/review/undo.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { StoreReader } from '../../../electron/service/store/store.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addOrder, keyOf, keysOf } from './rows.ts';

const ROWS = [0, 1, 2, 3];
const STAFF = ['林', '陈'];

type Act =
  | { kind: 'approve' | 'reopen'; rows: number[]; staff: string }
  | { kind: 'hold'; rows: number[]; staff: string; reason: 'other' | 'merchant' }
  | { kind: 'tag'; rows: number[]; staff: string; add: string[]; remove: string[] }
  | { kind: 'note'; rows: number[]; staff: string }
  | { kind: 'undo'; staff: string; of: number | null };

interface Decision {
  state: string;
  reason: string | null;
  by: string;
  /** Tells two decisions of the same words apart. */
  serial: number;
}

interface Row {
  decision: Decision | null;
  tags: string[];
  notes: number[];
}

type Part =
  | { row: number; fact: 'decision' | 'tags'; before: unknown; after: unknown }
  | { row: number; fact: 'notes'; added: number; back: boolean };

interface Made {
  id: number;
  staff: string;
  isUndo: boolean;
  parts: Part[];
  stands: boolean;
  undoes: Made | null;
}

/** What the review should be, told without SQL: rows in memory, and every act kept with what it changed. */
class Model {
  readonly rows: Row[] = ROWS.map(() => ({ decision: null, tags: [], notes: [] }));
  readonly made: Made[] = [];
  private serial = 0;

  act(act: Act): string {
    if (act.kind === 'undo') return this.undo(act);
    const parts = act.rows.flatMap((row) => this.partsOf(act, row));
    if (parts.length === 0) return 'nothing';
    this.keep({ staff: act.staff, isUndo: false, parts, undoes: null });
    return `done ${parts.length}`;
  }

  private partsOf(act: Exclude<Act, { kind: 'undo' }>, row: number): Part[] {
    const before = this.rows[row]!;
    if (act.kind === 'note') {
      this.serial += 1;
      return [{ row, fact: 'notes', added: this.serial, back: false }];
    }
    if (act.kind === 'tag') {
      const after = [...new Set([...before.tags.filter((tag) => !act.remove.includes(tag)), ...act.add])].sort();
      return same(before.tags, after) ? [] : [{ row, fact: 'tags', before: before.tags, after }];
    }
    const next = this.decisionOf(act, before.decision);
    return next ? [{ row, fact: 'decision', before: before.decision, after: { ...next, serial: ++this.serial } }] : [];
  }

  private decisionOf(act: Act & { staff: string }, old: Decision | null): Omit<Decision, 'serial'> | null {
    const by = act.staff;
    const state = old?.state ?? 'open';
    if (act.kind === 'reopen') return state === 'open' ? null : { state: 'open', reason: null, by };
    if (act.kind === 'hold')
      return state === 'held' && old?.reason === act.reason ? null : { state: 'held', reason: act.reason, by };
    if (state === 'approved' || (state === 'proposed' && old?.by === by)) return null;
    return { state: state === 'proposed' ? 'approved' : 'proposed', reason: null, by };
  }

  private undo({ staff, of }: Act & { kind: 'undo' }): string {
    const batch =
      of === null
        ? this.made.findLast((one) => one.staff === staff && one.stands && !one.isUndo)
        : this.made.find((one) => one.id === of && one.stands);
    if (!batch) return 'review.nothing_to_undo';
    const later = batch.parts.filter((part) => !this.isAsLeft(part)).length;
    if (later > 0) return `review.later_decision ${later}`;
    const parts = batch.parts.map(
      (part): Part =>
        part.fact === 'notes' ? { ...part, back: !part.back } : { ...part, before: part.after, after: part.before },
    );
    this.keep({ staff, isUndo: true, parts, undoes: batch });
    for (let link: Made | null = batch, stands = false; link; link = link.undoes, stands = !stands)
      link.stands = stands;
    return `done ${parts.length}`;
  }

  private isAsLeft(part: Part): boolean {
    const row = this.rows[part.row]!;
    if (part.fact === 'notes') return row.notes.includes(part.added) !== part.back;
    return same(row[part.fact], part.after);
  }

  private keep(made: Omit<Made, 'id' | 'stands'>): void {
    this.made.push({ ...made, id: this.made.length + 1, stands: true });
    for (const part of made.parts) {
      const row = this.rows[part.row]!;
      if (part.fact === 'notes')
        row.notes = part.back ? row.notes.filter((note) => note !== part.added) : [...row.notes, part.added];
      else if (part.fact === 'tags') row.tags = part.after as string[];
      else row.decision = part.after as Decision | null;
    }
  }

  shown() {
    return this.rows.map(({ decision, tags, notes }) => ({
      state: decision?.state ?? null,
      reason: decision?.reason ?? null,
      by: decision?.by ?? null,
      tags,
      notes: notes.length,
    }));
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const rowsOf = fc.uniqueArray(fc.constantFrom(...ROWS), { minLength: 1 });
const staffOf = fc.constantFrom(...STAFF);
const tagsOf = fc.uniqueArray(fc.constantFrom('a', 'b', '重点'), { maxLength: 2 });
const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('approve' as const, 'reopen' as const), rows: rowsOf, staff: staffOf }),
  fc.record({
    kind: fc.constant('hold' as const),
    rows: rowsOf,
    staff: staffOf,
    reason: fc.constantFrom('other' as const, 'merchant' as const),
  }),
  fc.record({ kind: fc.constant('tag' as const), rows: rowsOf, staff: staffOf, add: tagsOf, remove: tagsOf }),
  fc.record({ kind: fc.constant('note' as const), rows: rowsOf, staff: staffOf }),
  fc.record({
    kind: fc.constant('undo' as const),
    staff: staffOf,
    of: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null, freq: 2 }),
  }),
  fc.record({ kind: fc.constant('undo' as const), staff: staffOf, of: fc.constant(null) }),
);

/** The same act asked of the books, told in the words of the model. */
function ask(desk: TestDesk, act: Act): string {
  const context = { ...desk, staff: () => act.staff };
  try {
    const done =
      act.kind === 'undo'
        ? undo(context, act.of === null ? {} : { batch_id: act.of })
        : act.kind === 'tag'
          ? tagRows(context, { target: keysOf(...act.rows), add: act.add, remove: act.remove })
          : act.kind === 'note'
            ? addNote(context, { target: keysOf(...act.rows), text: '说明' })
            : decide(context, {
                target: keysOf(...act.rows),
                action: act.kind,
                ...(act.kind === 'hold' ? { reason: act.reason } : {}),
              });
    return done.batch_id === null ? 'nothing' : `done ${done.changed}`;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return error.code === 'review.later_decision' ? `${error.code} ${error.params.rows}` : error.code;
  }
}

function shown(reader: StoreReader) {
  return ROWS.map((n) => {
    const { order_id } = keyOf(n);
    const review = reader.get<{ state: string; reason: string | null; decided_by: string }>(
      sql`select state, reason, decided_by from order_review where order_id = ${order_id}`,
    );
    return {
      state: review?.state ?? null,
      reason: review?.reason ?? null,
      by: review?.decided_by ?? null,
      tags: reader
        .all<{ tag: string }>(sql`select tag from order_tag where order_id = ${order_id} order by tag`)
        .map(({ tag }) => tag),
      notes: reader.value<number>(
        sql`select count(*) from order_note where order_id = ${order_id} and removed_at is null`,
      ),
    };
  });
}

/** Present and past follow from the entries alone. */
function chainsHold(reader: StoreReader): boolean {
  const entries = reader.all<{ order_id: string; kind: string; before: string | null; after: string | null }>(
    sql`select order_id, json_type(coalesce(after, before)) as kind, before, after from review_entry order by batch_id`,
  );
  const last = new Map<string, string | null>();
  return entries.every(({ order_id, kind, before, after }) => {
    if (kind === 'integer') return true;
    const fact = `${order_id} ${kind}`;
    const linked = (last.get(fact) ?? (kind === 'array' ? '[]' : null)) === before;
    last.set(fact, after);
    return linked;
  });
}

/** Rows are marked where staff put a tag, and only there. */
function marksHold(reader: StoreReader): boolean {
  return (
    reader.value(sql`select count(*) from commission_order o where tagged <> exists (
      select 1 from order_tag t where t.order_id = o.order_id and t.sku_id = o.sku_id)`) === 0
  );
}

describe('the review', () => {
  it('is what a model of random acts and undos says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { maxLength: 14 }), async (acts) => {
        const desk = await testDesk();
        for (const n of ROWS) addOrder(desk.store, n);
        await setRules(desk, {
          difference_fen: null,
          refund_open: false,
          self_purchase: null,
          rate_jump_ppm: null,
          two_person: true,
        });
        const model = new Model();
        for (const act of acts) {
          expect(ask(desk, act)).toBe(model.act(act));
          expect(shown(desk.store)).toEqual(model.shown());
        }
        expect(chainsHold(desk.store)).toBe(true);
        expect(marksHold(desk.store)).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
