import { PLAN_TYPE } from '../../../shared/status.ts';
import { DAY_SECONDS, type Unix } from '../../../shared/time.ts';
import { readBaseProduct } from '../platform/endpoints/products.ts';
import { recordBaseProduct } from '../product/exclusive.ts';
import { sql } from '../store/sql.ts';
import { failsThisKeyOnly } from './detail-failure.ts';
import { inParallel } from './in-parallel.ts';
import type { SyncTask } from './task.ts';

/** Calls of one run: plans for chosen institutions are many, and what is their own seldom changes. */
const BUDGET = 300;

/**
 * The products themselves behind plans for chosen institutions, each once a day, the shelf's first: beside them shows what
 * a plan has of its own. Only those whose plan was read in this run, so that both were read minutes apart.
 */
export async function syncBaseProducts(task: SyncTask, startedAt: Unix): Promise<void> {
  const { store, platform, signal } = task;
  const wanted = store.all<{ shop_appid: string; product_id: string }>(
    sql`select p.shop_appid, p.product_id from product p
      left join product_base b on b.shop_appid = p.shop_appid and b.product_id = p.product_id
      where p.plan_type in (${PLAN_TYPE.shop_targeted}, ${PLAN_TYPE.institution_targeted}) and p.not_seen_since is null
        and p.last_read_at >= ${startedAt} and (b.read_at is null or b.read_at <= ${startedAt - DAY_SECONDS})
      group by p.shop_appid, p.product_id
      order by max(exists (select 1 from listing l where l.shop_appid = p.shop_appid and l.product_id = p.product_id)) desc,
        b.read_at, p.shop_appid, p.product_id
      limit ${BUDGET}`,
  );
  await inParallel(wanted, platform.concurrency, async (key) => {
    try {
      const base = await readBaseProduct(platform, key, signal);
      if (base) store.transaction(() => recordBaseProduct(store, key, base, platform.clock.now()));
    } catch (error) {
      // Taken off between the two readings; the plan's own row says so.
      if (!failsThisKeyOnly(error)) throw error;
    }
  });
}
