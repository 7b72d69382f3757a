import { DeskError } from '../../../shared/contract/result.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { type OrderKey, PAGE_OF_KEYS, readOrderKeys } from '../platform/endpoints/orders.ts';
import { platformCode } from '../platform/failure.ts';
import type { SyncTask } from './task.ts';
import type { Axis, SyncWindow } from './window.ts';

export interface Stretch {
  axis: Axis;
  from: number;
  to: number;
  /** Platform time when its first page was asked for; null where that is not known. */
  askedAt: number | null;
}

/** Takes over the keys of a stretch: queue and `listed_until` in one transaction, then room for the next. */
export type TakeStretch = (keys: readonly OrderKey[], stretch: Stretch) => Promise<void>;

export interface Listing {
  /** Lists a window from where it stands to its end. */
  list(window: SyncWindow, take: TakeStretch): Promise<void>;
}

/** The longest range the platform takes is not documented; the merchant's own order list takes seven days. */
export const LONGEST_STRETCH = 7 * DAY_SECONDS - 1;
const SHORTEST_REFUSED = 3600;
const FIRST_SPAN = DAY_SECONDS;
/** A stretch should hold fewer keys than a page, and not many fewer. */
const FEW = PAGE_OF_KEYS / 3;
const MANY = PAGE_OF_KEYS * 0.8;
const CONFIRMATIONS = 5;
const BAD_PARAMETER = 10_024_000;

/**
 * Lists windows in stretches short enough for one page each. Rows that change while a list is being paged through
 * leave it, and those behind them slip onto a page already read, where nobody sees them; one page is one answer and
 * cannot shift. It also needs no cursor that might be refused later: what is durable is a time.
 */
export function orderListing(task: SyncTask): Listing {
  let lastSpan = FIRST_SPAN;
  let longest = LONGEST_STRETCH;

  const readStretch = async (stretch: Stretch): Promise<OrderKey[] | 'too long'> => {
    const { from, to } = stretch;
    let page: Awaited<ReturnType<typeof readOrderKeys>>;
    try {
      page = await readPage(task, stretch, null);
    } catch (error) {
      if (platformCode(error) !== BAD_PARAMETER || to - from <= SHORTEST_REFUSED) throw error;
      // The range is too long for this platform; all others are cut to what it takes.
      longest = Math.max(Math.floor((to - from) / 2), SHORTEST_REFUSED);
      return 'too long';
    }
    if (page.nextKey === null) return page.keys;
    if (page.keys.length >= PAGE_OF_KEYS && to - from > 1) return 'too long';
    return readPages(task, stretch, page);
  };

  return {
    async list(window, take) {
      let span = lastSpan;
      for (let from = window.listed_until; from < window.end_at; ) {
        task.signal.throwIfAborted();
        const to = Math.min(from + Math.min(span, longest), window.end_at);
        const stretch = { axis: window.axis, from, to, askedAt: task.platform.clock.sure() };
        const keys = await readStretch(stretch);
        if (keys === 'too long') {
          span = Math.max(1, Math.floor(Math.min(to - from, longest * 3) / 3));
          continue;
        }
        if (keys.length < FEW) span = Math.min(Math.max(span, to - from) * 2, longest);
        else if (keys.length > MANY) span = Math.max(1, Math.floor(span * 0.8));
        lastSpan = span;
        await take(keys, stretch);
        from = to;
      }
    },
  };
}

/** Both ends belong to what is asked for; the `Date` header has whole seconds, so the end reaches one further. */
function readPage(task: SyncTask, { axis, from, to }: Stretch, nextKey: string | null) {
  return readOrderKeys(task.platform, { axis, start: from, end: to + 1 }, nextKey, task.signal);
}

/**
 * A stretch that is more than one page although it cannot be shorter, or whose pages are not full. It is paged
 * through, and again until nothing new is found, because its pages may shift meanwhile.
 */
async function readPages(
  task: SyncTask,
  stretch: Stretch,
  first: Awaited<ReturnType<typeof readOrderKeys>>,
): Promise<OrderKey[]> {
  const found = new Map<string, OrderKey>();
  let refused = false;
  const walk = async (start: typeof first) => {
    const seen = new Set<string>();
    for (let page = start; ; ) {
      for (const key of page.keys) found.set(`${key.order_id}/${key.sku_id}`, key);
      if (page.nextKey === null || page.keys.length === 0 || seen.has(page.nextKey)) return;
      seen.add(page.nextKey);
      try {
        page = await readPage(task, stretch, page.nextKey);
      } catch (error) {
        if (platformCode(error) !== BAD_PARAMETER) throw error;
        // A cursor may have grown old; where a fresh one is refused as well, there is no way on.
        if (refused) throw new DeskError('sync.no_progress', { endpoint: 'order/list/get' }, { cause: error });
        refused = true;
        return;
      }
    }
  };
  await walk(first);
  for (let round = 0; round < CONFIRMATIONS; round += 1) {
    const before = found.size;
    await walk(await readPage(task, stretch, null));
    if (found.size === before && !refused) break;
    if (found.size > before) refused = false;
  }
  return [...found.values()];
}
