import type { Attention, BackgroundSync } from '../../../shared/contract/background.ts';
import { addDays, dayOf, startOfDay } from '../../../shared/time.ts';
import type { Answers, Asked, Scenario } from './answers.ts';
import { GIB, HOUR, NOW } from './invented.ts';

const ORDER_DETAIL = '/channels/ec/league/headsupplier/order/get';

const ATTENTION: Partial<Record<Scenario, Attention>> = {
  refused: { kind: 'credentials_refused', code: 'platform.40125', params: {}, since: NOW - 2 * HOUR },
  quota: { kind: 'quota_used_up', code: 'platform.45009', params: { endpoint: ORDER_DETAIL }, since: NOW - 9 * 60 },
  address: {
    kind: 'address_not_allowed',
    code: 'platform.40164',
    params: { address: '203.0.113.57' },
    since: NOW - 40 * 60,
  },
  disk: { kind: 'disk_low', code: 'store.disk_full', params: { free_bytes: 0.31 * GIB }, since: NOW - 5 * 60 },
};

const set: Partial<BackgroundSync> = {};

function background({ scenario }: Asked): BackgroundSync {
  const attention = ATTENTION[scenario] ? [ATTENTION[scenario]] : [];
  const stopped = attention.length > 0 && scenario !== 'quota';
  const now: BackgroundSync = {
    on: true,
    every_minutes: 30,
    on_battery: 'slower',
    paused_until: scenario === 'paused' ? NOW + 11 * HOUR : null,
    next_at: scenario === 'quota' ? startOfDay(addDays(dayOf(NOW), 1))! + 180 : NOW + 16 * 60,
    waiting: null,
    failures: scenario === 'offline' || stopped ? 3 : 0,
    last_trigger: 'schedule',
    online: scenario !== 'offline',
    on_battery_now: false,
    attention,
    ...set,
  };
  const waiting: BackgroundSync['waiting'] = !now.on
    ? 'off'
    : now.paused_until !== null
      ? 'paused'
      : scenario === 'offline'
        ? 'offline'
        : scenario === 'fresh'
          ? 'no_credentials'
          : stopped
            ? 'needs_person'
            : null;
  return { ...now, waiting, next_at: waiting === null ? now.next_at : null };
}

function changed(asked: Asked, patch: Partial<BackgroundSync>): BackgroundSync {
  Object.assign(set, patch);
  asked.send({ kind: 'event', event: 'data.changed', data: { topics: ['background'] } });
  return background(asked);
}

export const backgroundAnswers: Answers = {
  'background.get': background,
  'background.set': (asked) => changed(asked, asked.input as Partial<BackgroundSync>),
  'background.pause': (asked) => changed(asked, { paused_until: (asked.input as { until: number | null }).until }),
};
