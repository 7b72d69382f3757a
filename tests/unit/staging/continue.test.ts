import { expect, it } from 'vitest';
import { jobs } from '../../../electron/service/job.ts';
import { continueInterrupted } from '../../../electron/service/staging/continue.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { shelfDesk, wishes } from './desk.ts';

it.each([
  ['interrupted', 'done'],
  ['staff', 'paused'],
] as const)('a batch paused by %s is %s a while after the next start', async (reason, state) => {
  const desk = await shelfDesk();
  const { batch } = await desk.staging.call('staging.stage', wishes([1], { wxplat: 600_000 }));
  desk.store.run(sql`update staged_batch set state = 'paused', pause_reason = ${reason}`);
  const work = jobs(() => undefined);
  let due = { after: 0, run: () => {} };
  const clock = {
    after(after: number, run: () => void) {
      due = { after, run };
      return () => {};
    },
  };
  continueInterrupted({ context: desk, jobs: work, clock });
  expect(due.after).toBe(10);
  expect(work.list()).toEqual([]);
  due.run();
  while (work.running('staging')) await new Promise((resolve) => setImmediate(resolve));
  expect(await desk.staging.call('staging.get', { batch_id: batch.batch_id })).toMatchObject({ state });
});
