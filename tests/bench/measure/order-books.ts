import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldText } from '../../../electron/service/order/fold.ts';
import { readMigrations } from '../../../electron/service/store/migrate.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { fillStaffWords } from '../../support/order-world/staff-words.ts';
import { fillWorld, OWN_APP_ID } from '../../support/order-world.ts';

export interface OrderBooks {
  /** A data folder; whatever else is made of it may be kept there too. */
  folder: string;
  orders: number;
  /** What filling it through the pipeline took, the replies' making included. */
  seconds: number;
}

const SUPPORT = join(import.meta.dirname, '..', '..', 'support');
const PIPELINE = join(import.meta.dirname, '..', '..', '..', 'electron', 'service', 'order');

/**
 * Books of the order world, made once for each schema, pipeline and generator and kept in the machine's temp folder;
 * `--fresh` makes them anew.
 */
export async function orderBooks(orders: number): Promise<OrderBooks> {
  const folder = join(tmpdir(), `league-desk-orders-${orders}-${fingerprint()}`);
  const note = join(folder, 'made.json');
  if (process.argv.includes('--fresh')) rmSync(folder, { recursive: true, force: true });
  if (!existsSync(note)) {
    const making = `${folder}.making`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    writeFileSync(join(making, 'made.json'), JSON.stringify(await fill(making, orders)));
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  }
  return { folder, orders, ...(JSON.parse(readFileSync(note, 'utf8')) as { seconds: number }) };
}

async function fill(folder: string, orders: number): Promise<{ seconds: number }> {
  const store = await openStore(folder);
  const { seconds, replies } = fillWorld(store, orders, { ownAppId: OWN_APP_ID });
  console.error(
    `${orders} orders in ${replies} replies: ${seconds.toFixed(0)} s, ${(orders / seconds).toFixed(0)} orders/s`,
  );
  fillStaffWords(store, foldText);
  store.db.exec('analyze');
  store.close();
  return { seconds };
}

/** Of everything that decides what stands in the books. */
function fingerprint(): string {
  const hash = createHash('sha1');
  for (const { text } of readMigrations()) hash.update(text);
  hash.update(readFileSync(join(SUPPORT, 'order-world.ts')));
  for (const folder of [join(SUPPORT, 'order-world'), PIPELINE])
    for (const file of readdirSync(folder).sort())
      if (isMaking(folder, file)) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Of the pipeline only what writes: questions may change without other books. */
const WRITING =
  /^(record|derive|derive-context|role|plan|sums|names|pairs|fold|spans|shared-orders|update|row|state-text)\.ts$/;

function isMaking(folder: string, file: string): boolean {
  return folder !== PIPELINE || WRITING.test(file);
}
