import type Database from 'better-sqlite3';
import { cashForecast } from '../../electron/service/forecast/cash.ts';
import { tracks } from '../../electron/service/forecast/tracks.ts';
import { startReportWork } from '../../electron/service/report/work.ts';
import { openReader } from '../../electron/service/store/store.ts';
import { MoneyRangeError } from '../../shared/money.ts';
import { shareOf } from '../../shared/rate.ts';
import { type Figure, figure } from './measure/figure.ts';
import { median, takeTurns } from './measure/median.ts';
import { orderBooks } from './measure/order-books.ts';
import { openBare } from './measure/order-copies.ts';

/** `--orders=N` asks over fewer. */
const ORDERS = Number(process.argv.find((one) => one.startsWith('--orders='))?.slice(9) ?? 1_000_000);

/** Recomputing every commission order, stopping it, and the two tracks and the forecast over the same books. */
export async function bench(): Promise<Figure[]> {
  const { folder } = await orderBooks(ORDERS);
  const bare = openBare(folder);
  const reader = openReader(folder);
  try {
    return [
      await recomputing(folder, bare),
      await stopping(folder),
      await asking('tracks', () => tracks(reader, { months: 12 }), bare),
      await asking('forecast', () => cashForecast(reader), bare),
    ];
  } finally {
    bare.close();
    reader.close();
  }
}

async function recomputing(folder: string, bare: Database.Database): Promise<Figure> {
  const seconds = await takeTurns(
    () => startReportWork({ kind: 'recompute', dataDir: folder, period: null }),
    () => bareLoop(bare),
  );
  return figure({
    name: `settlement.recompute_${ORDERS}`,
    ours: seconds.ours,
    reference:
      'a bare better-sqlite3 loop that reads the same columns of the same rows and does the arithmetic of the net fee; ours starts its thread, checks five identities, infers the rounding and looks for reasons',
    reference_value: seconds.reference,
    unit: 's',
    goal: { of: 'ratio', is: '<=', than: 3 },
  });
}

type Amount = number | null;
type BareRow = [id: number, payment: Amount, ratio: Amount, net: Amount, whole: Amount, fee: Amount, ...unknown[]];

/** What anybody would write first: one pass, payment x rate less the fee, and the sum of what differs. */
function bareLoop(db: Database.Database): number {
  const rows = db
    .prepare(
      `select id, actual_payment_fen, service_ratio_ppm, service_amount_fen, service_total_fen, platform_amount_fen,
         agency_appid, agency_amount_fen, sub_agency_appid, sub_agency_amount_fen, promoter_appid, promoter_ratio_ppm,
         promoter_amount_fen, talent_amount_fen, versions from commission_order`,
    )
    .raw()
    .iterate() as IterableIterator<BareRow>;
  let differs = 0;
  for (const [, payment, ratio, net, , fee] of rows) {
    if (payment === null || ratio === null || net === null) continue;
    try {
      differs += Math.abs(net - (shareOf(payment, ratio) - (fee ?? 0)));
    } catch (error) {
      if (!(error instanceof MoneyRangeError)) throw error;
    }
  }
  return differs;
}

/** From the word to stop until the work is over and nothing of it runs. */
async function stopping(folder: string): Promise<Figure> {
  const waits: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const abort = new AbortController();
    let stoppedAt = 0;
    await startReportWork(
      { kind: 'recompute', dataDir: folder, period: null },
      {
        signal: abort.signal,
        onProgress: ({ done }) => {
          if (done === 0 || stoppedAt > 0) return;
          stoppedAt = performance.now();
          abort.abort();
        },
      },
    ).catch(() => {});
    waits.push(performance.now() - stoppedAt);
  }
  return figure({
    name: `settlement.recompute_stop_${ORDERS}`,
    ours: median(waits),
    reference: 'the time staff wait for it at most',
    reference_value: 100,
    unit: 'ms',
    goal: { of: 'ours', is: '<=', than: 100 },
  });
}

async function asking(name: string, ask: () => unknown, bare: Database.Database): Promise<Figure> {
  const seconds = await takeTurns(ask, () => bareLoop(bare));
  return figure({
    name: `settlement.${name}_${ORDERS}`,
    ours: seconds.ours,
    reference: 'one bare pass over the same commission orders',
    reference_value: seconds.reference,
    unit: 's',
    goal: { of: 'ratio', is: '<=', than: 1 },
  });
}
