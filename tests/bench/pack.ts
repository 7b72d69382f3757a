import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FreshFiles } from '../../electron/service/report/fresh-files.ts';
import { unwatched } from '../../electron/service/report/pace.ts';
import { reportSigner } from '../../electron/service/report/proof/report-key.ts';
import { statementWriter } from '../../electron/service/report/write-statement.ts';
import { writePack } from '../../electron/service/statement/pack/pack.ts';
import { openStore } from '../../electron/service/store/store.ts';
import { closeMonth } from '../support/settlement-rows.ts';
import { INSTITUTION, statementsOf } from '../support/statements.ts';
import { type Figure, figure } from './measure/figure.ts';
import { takeTurns } from './measure/median.ts';
import { fillPackedMonth, PACKED } from './measure/packed-month.ts';

/** A statement for each of 1,000 promoters out of a closed month of 100,000 lines. */
export async function bench(): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'league-desk-bench-'));
  const store = await openStore(dir);
  try {
    fillPackedMonth(store);
    await closeMonth({ store, dir }, PACKED.period);
    const write = statementWriter(reportSigner(dir));
    const { statements } = statementsOf(store, PACKED.period, ['payee']);
    const seconds = await takeTurns(
      async () => {
        const order = { period: PACKED.period, folder: join(dir, 'out'), institution: INSTITUTION };
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
        name: `pack.payees_${PACKED.payees}_of_${PACKED.lines}`,
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
