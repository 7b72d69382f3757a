import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { codeOf, type SoakDesk } from './desk.ts';
import type { SoakSandbox } from './sandbox.ts';

/** What staff decided and wrote. No sync may touch a row of these. */
const OWN_TABLES = [
  'partnership_decision',
  'listing',
  'listing_history',
  'product_split',
  'split_rule',
  'settlement_closing',
  'closing_line',
  'closing_key',
  'audit_log',
] as const;

export type OwnData = Readonly<Record<(typeof OWN_TABLES)[number], string>>;

/** Staff at work: an invitation is accepted, a product listed with a split for either kind of promoter. */
export async function workAsStaff(desk: SoakDesk, sandbox: SoakSandbox): Promise<void> {
  const shop = await sandbox.invite();
  await done(desk, 'sync', '--only', 'shops,products,promoters');
  // Refused at first: the decision then waits for its confirmation, and there is a second one.
  await sandbox.faults('no-permission:1');
  const { stderr } = await desk.run('invitations', ['accept', shop]);
  if (codeOf(stderr) !== 'partnership.console_needed') throw new Error(`invitations accept without leave: ${stderr}`);
  await sandbox.faults('');
  await done(desk, 'invitations', 'accept', shop, '--note', 'soak');
  const splits = splitsOf(desk);
  await done(desk, 'listings', 'add', productOf(desk), '--default', '40', ...splits);
}

/** Closes a month, which freezes its lines. */
export async function closePeriod(desk: SoakDesk, period: string): Promise<void> {
  await done(desk, 'settle', '--period', period, '--close');
}

/** A digest of every table of staff's own. Throws when one is empty: there must be something to lose. */
export function ownData(desk: SoakDesk): OwnData {
  return reading(desk, (db) => {
    const digests = OWN_TABLES.map((table) => {
      const rows = db.prepare(`select * from ${table}`).raw().all();
      if (rows.length === 0) throw new Error(`${table} is empty: staff's work did not leave a trace`);
      return [table, createHash('sha256').update(JSON.stringify(rows)).digest('hex')];
    });
    return Object.fromEntries(digests) as OwnData;
  });
}

/** Tables that are not what they were. */
export function touched(before: OwnData, after: OwnData): string[] {
  return OWN_TABLES.filter((table) => before[table] !== after[table]);
}

async function done(desk: SoakDesk, verb: string, ...args: string[]): Promise<void> {
  const { status, stderr } = await desk.run(verb, args);
  if (status !== 0) throw new Error(`${verb} ${args.join(' ')} ended with ${status}: ${stderr}`);
}

function productOf(desk: SoakDesk): string {
  return reading(desk, (db) =>
    String(
      db
        // On sale, its plan begun and far from its end.
        .prepare(`select product_id from product
          where product_status = 5 and plan_status = 1 and coalesce(plan_start_at, 0) < last_read_at
            and coalesce(plan_end_at, last_read_at + 864000) > last_read_at + 86400
          order by product_id limit 1`)
        .pluck()
        .get(),
    ),
  );
}

/** One promoter the platform pays, and one the institution pays by its own rule. */
function splitsOf(desk: SoakDesk): string[] {
  return reading(desk, (db) => {
    const payer = db.prepare('select promoter_appid from promoter where payer = ? order by 1 limit 1').pluck();
    return [0, 1].flatMap((kind) => ['--split', `${String(payer.get(kind))}=${kind === 0 ? 55 : 45}`]);
  });
}

function reading<T>({ dataDir }: SoakDesk, read: (db: Database.Database) => T): T {
  const db = new Database(join(dataDir, 'desk.db'), { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}
