import {
  markTalentsNotSeen,
  type NoticeOwner,
  noticeOwners,
  recordNotices,
  recordTalents,
  standingNotices,
  standingTalents,
} from '../content/record.ts';
import { type NoticeEntry, readShopNotices, readTalentNotices, talentPages } from '../platform/endpoints/talents.ts';
import { platformCode } from '../platform/failure.ts';
import { recordReadNow } from './completeness.ts';
import { failsThisKeyOnly } from './detail-failure.ts';
import { inParallel } from './in-parallel.ts';
import { setKnownAsOf } from './status.ts';
import { count } from './tally.ts';
import type { SyncTask } from './task.ts';
import { readWholeList } from './whole-list.ts';

/** The institution's promoter function is switched off: no owner will have an answer. */
const SWITCHED_OFF = 10_071_049;
/** No content cooperation with this owner: an ordinary state, not a failure to be counted. */
const NO_COOPERATION = 10_071_047;

/** Bound talents, then the announced live rooms of each of them and of each cooperating shop's Channels accounts. */
export async function syncLiveNotices(task: SyncTask): Promise<void> {
  const { store, platform, tally } = task;
  const startedAt = platform.clock.now();
  await readTalents(task, startedAt);
  const owners = noticeOwners(store);
  let asked = 0;
  await inParallel(owners, platform.concurrency, async (owner) => {
    await readOwner(task, owner);
    asked += 1;
    task.progress(owners.length - asked, null);
  });
  store.transaction(() => {
    setKnownAsOf(store, 'live_notices', startedAt);
    recordReadNow(store, 'live_notices', standingNotices(store), startedAt);
  });
  tally.known_as_of = startedAt;
}

async function readTalents({ store, platform, tally, signal, progress }: SyncTask, startedAt: number): Promise<void> {
  const entries = await readWholeList(
    () => talentPages(platform, signal),
    (entry) => entry.talent_appid,
    standingTalents(store),
    () => progress(0, null),
  );
  store.transaction(() => {
    for (const one of recordTalents(store, [...entries.values()], platform.clock.now())) count(tally, one);
    markTalentsNotSeen(store, startedAt);
  });
}

async function readOwner(task: SyncTask, owner: NoticeOwner): Promise<void> {
  const { store, platform, tally } = task;
  let entries: NoticeEntry[];
  try {
    entries = await noticesOf(task, owner);
  } catch (error) {
    const code = platformCode(error);
    if (code === SWITCHED_OFF || !failsThisKeyOnly(error)) throw error;
    // What was known of this owner stays as it is.
    if (code !== NO_COOPERATION) tally.quarantined += 1;
    return;
  }
  const recorded = store.transaction(() => recordNotices(store, owner, entries, platform.clock.now()));
  for (const one of recorded) count(tally, one);
}

function noticesOf({ platform, signal }: SyncTask, owner: NoticeOwner): Promise<NoticeEntry[]> {
  return owner.owner_kind === 'talent'
    ? readTalentNotices(platform, owner.owner_appid, signal)
    : readShopNotices(platform, { shop_appid: owner.owner_appid, account_id: owner.account_id }, signal);
}
