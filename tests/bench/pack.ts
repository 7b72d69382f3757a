import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FreshFiles } from '../../electron/service/report/fresh-files.ts';
import { unwatched } from '../../electron/service/report/pace.ts';
import { reportSigner } from '../../electron/service/report/proof/report-key.ts';
import { statementWriter } from '../../electron/service/report/write-statement.ts';
import type { SettlementRow } from '../../electron/service/settlement/line.ts';
import { writePack } from '../../electron/service/statement/pack/pack.ts';
import { sql } from '../../electron/service/store/sql.ts';
import { openStore, type Store } from '../../electron/service/store/store.ts';
import { periodRange } from '../../shared/time.ts';
import { closeMonth, orderRow, promoterId, writePromoters, writeRows } from '../support/settlement-rows.ts';
import { INSTITUTION, statementsOf } from '../support/statements.ts';
import { type Figure, figure } from './measure/figure.ts';
import { takeTurns } from './measure/median.ts';

const PAYEES = 1000;
const LINES = 100_000;
const PERIOD = '2026-10';

/** A statement for each of 1,000 promoters out of a closed month of 100,000 lines. */
export async function bench(): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'league-desk-bench-'));
  const store = await openStore(dir);
  try {
    await fill(store, dir);
    const write = statementWriter(reportSigner(dir));
    const { statements } = statementsOf(store, PERIOD, ['payee']);
    const seconds = await takeTurns(
      async () => {
        const order = { period: PERIOD, folder: join(dir, 'out'), institution: INSTITUTION };
        await writePack(store, { ...order, scopes: ['payee'], formats: ['xlsx'] }, write, unwatched());
      },
      // Their lines are in memory: nothing is left but to write.
      async () => {
        for (const [n, statement] of statements.entries()) {
          const files = new FreshFiles();
          await write(statement, 'xlsx', join(dir, `${n}.xlsx`), { files, pace: unwatched() });
          files.drop();
        }
      },
    );
    return [
      figure({
        name: `pack.payees_${PAYEES}_of_${LINES}`,
        ours: seconds.ours,
        reference: 'writing the same statements as single files, their lines in memory',
        reference_value: seconds.reference,
        unit: 's',
        goal: { of: 'ratio', is: '<=', than: 2 },
      }),
    ];
  } finally {
    store.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function fill(store: Store, dir: string): Promise<void> {
  const { from, to } = periodRange(PERIOD)!;
  writePromoters(store, PAYEES);
  writeRows(store, sales(from, to));
  store.run(sql`insert into sync_cursor (resource, known_as_of) values ('orders', ${to + 60})`);
  await closeMonth({ store, dir }, PERIOD);
}

function* sales(from: number, to: number): Generator<SettlementRow> {
  for (let n = 0; n < LINES; n++) {
    const settled_at = from + ((n * 7919) % (to - from));
    yield orderRow({
      order_id: String(3_701_000_000_000_000_000n + BigInt(n)),
      sku_id: String(3_100_000_000 + n),
      channel: 'promoter',
      promoter_appid: promoterId(n % PAYEES),
      promoter_name: `推客${n % PAYEES}`,
      promoter_amount_fen: n % 2 === 0 ? 120 : 0,
      agency_amount_fen: 400 + (n % 300),
      actual_payment_fen: 2000 + (n % 9000),
      created_at: settled_at - 14 * 86_400,
      settled_at,
    });
  }
}
