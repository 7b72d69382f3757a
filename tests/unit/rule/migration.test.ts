import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openPast } from '../../../electron/service/reading/past-books.ts';
import { settlementContext } from '../../../electron/service/settlement/source.ts';
import type { ruleBook } from '../../../electron/service/settlement/split-rule.ts';
import { migrate, readMigrations } from '../../../electron/service/store/migrate.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { addDays } from '../../../shared/time.ts';
import { randomOf } from '../../support/settlement-rows.ts';
import { tempFolder } from '../../support/temp-folder.ts';

interface OldRule {
  promoter_appid: string | null;
  ratio_ppm: number;
  from_day: string;
  set_at: number;
}

/** As an older program looked: of a scope the latest day that has come, and of one day the rule set last. */
function ofOldProgram(rules: readonly OldRule[], promoter: string, day: string, at: number): number | null {
  for (const scope of [promoter, null]) {
    const found = rules
      .filter((rule) => rule.promoter_appid === scope && rule.set_at <= at && rule.from_day <= day)
      .sort((a, b) => (a.from_day < b.from_day ? -1 : a.from_day > b.from_day ? 1 : a.set_at - b.set_at));
    if (found.length > 0) return found.at(-1)!.ratio_ppm;
  }
  return null;
}

it('takes over the rules of an older program: the same holds on every day, at every moment', async () => {
  const random = randomOf(3);
  const rules = Array.from({ length: 40 }, (_, index): OldRule => {
    const from_day = addDays('2026-01-01', Math.floor(random() * 30));
    return { promoter_appid: random() < 0.5 ? null : 'wxa', ratio_ppm: index, from_day, set_at: 1_700_000_000 + index };
  });
  const folder = tempFolder();
  const old = new Database(join(folder, 'desk.db'));
  await migrate(old, readMigrations().slice(0, 5), join(folder, 'backups'));
  const insert = old.prepare(`insert into split_rule (promoter_appid, product_id, ratio_ppm, from_day, set_by, set_at)
    values (?, null, ?, ?, '林晓', ?)`);
  for (const { promoter_appid, ratio_ppm, from_day, set_at } of rules)
    insert.run(promoter_appid, ratio_ppm, from_day, set_at);
  old.close();

  const store = await openStore(folder);
  onTestFinished(() => store.close());
  const days = Array.from({ length: 35 }, (_, offset) => addDays('2025-12-30', offset));
  const compare = (book: ReturnType<typeof ruleBook>, at: number) => {
    const found = days.map((day) => book.find('wxa', null, day)?.ratio_ppm ?? null);
    expect(found).toEqual(days.map((day) => ofOldProgram(rules, 'wxa', day, at)));
  };
  compare(settlementContext(store).rules, Number.MAX_SAFE_INTEGER);
  for (const { set_at } of rules.filter((_, index) => index % 3 === 0)) {
    const past = openPast(folder, set_at);
    try {
      past.atOnce(() => compare(settlementContext(past.reader).rules, set_at));
    } finally {
      past.close();
    }
  }
});
