import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pauseEnd, type TrayFacts, trayView } from '../../../electron/main/tray-view.ts';
import { trayWords } from '../../../electron/main/tray-words.ts';
import type { BackgroundNews } from '../../../shared/background-link.ts';
import type { Attention, BackgroundSync } from '../../../shared/contract/background.ts';

/** 2026-11-20 12:00:00 in UTC+8. */
const NOON = 1_795_147_200;
const HOUR = 3600;

const address: Attention = {
  kind: 'address_not_allowed',
  code: 'platform.40164',
  params: { address: '203.0.113.7' },
  since: NOON,
};

function news(state: Partial<BackgroundSync> = {}, rest: Partial<BackgroundNews> = {}): BackgroundNews {
  return {
    type: 'background',
    state: {
      on: true,
      every_minutes: 15,
      on_battery: 'slower',
      paused_until: null,
      next_at: NOON + 600,
      waiting: null,
      failures: 0,
      last_trigger: 'schedule',
      online: true,
      on_battery_now: false,
      attention: [],
      ...state,
    },
    running: false,
    known_as_of: NOON - 300,
    ...rest,
  };
}

const view = (told: BackgroundNews | null, rest: Partial<TrayFacts> = {}) =>
  trayView({ institution: '晨光机构', service: { phase: 'ready' }, news: told, language: 'zh-CN', now: NOON, ...rest });

const offered = (shown: ReturnType<typeof view>) =>
  shown.groups.flat().flatMap(({ action, enabled }) => (action && enabled ? [action] : []));

describe('the icon', () => {
  it.each([
    ['idle', news()],
    ['idle', null],
    ['running', news({ next_at: null }, { running: true })],
    ['paused', news({ waiting: 'paused', paused_until: NOON + HOUR, next_at: null })],
    ['paused', news({ waiting: 'off', next_at: null })],
    ['paused', news({ waiting: 'offline', next_at: null })],
    ['attention', news({ attention: [address], waiting: 'needs_person' })],
    ['attention', news({ attention: [address] }, { running: true })],
  ] as const)('is %s', (icon, told) => expect(view(told).icon).toBe(icon));

  it('asks for attention when the service cannot run', () => {
    const shown = view(null, { service: { phase: 'failed', error: { code: 'store.corrupt', params: {} } } });
    expect(shown).toMatchObject({ icon: 'attention', tooltip: 'League Desk\n晨光机构\n本地数据文件已损坏' });
  });

  it.each(['idle', 'running', 'paused', 'attention'])('%s is there in every form', (icon) => {
    for (const form of ['', '@2x', 'Template', 'Template@2x'])
      expect(existsSync(join(import.meta.dirname, `../../../resources/tray/${icon}${form}.png`))).toBe(true);
  });
});

describe('the tooltip', () => {
  it.each([
    [news(), '数据截至 2026-11-20 11:55\n下次同步 12:10'],
    [news({ next_at: NOON + 24 * HOUR }), '数据截至 2026-11-20 11:55\n下次同步 2026-11-21 12:00'],
    [news({ next_at: null }, { running: true, known_as_of: null }), '还没有同步过\n正在同步'],
    [
      news({ waiting: 'paused', paused_until: NOON + HOUR, next_at: null }),
      '数据截至 2026-11-20 11:55\n自动同步已暂停，13:00 继续',
    ],
    [news({ waiting: 'battery', next_at: null }), '数据截至 2026-11-20 11:55\n正在用电池，暂不自动同步'],
    [
      news({ attention: [address], waiting: 'needs_person' }),
      '数据截至 2026-11-20 11:55\n本机 IP 不在平台白名单（40164）',
    ],
    [null, '正在启动'],
  ] as const)('names institution, what is known and what comes: %#', (told, text) => {
    expect(view(told).tooltip).toBe(`League Desk\n晨光机构\n${text}`);
  });

  it('speaks the language of the window', () => {
    expect(view(news(), { language: 'en' }).tooltip).toBe(
      'League Desk\n晨光机构\nKnown as of 2026-11-20 11:55\nNext sync 12:10',
    );
    expect(Object.keys(trayWords.en)).toEqual(Object.keys(trayWords['zh-CN']));
  });

  it('stays within what Windows shows', () => {
    const long = news({ waiting: 'paused', paused_until: NOON + 24 * HOUR });
    expect(view(long, { institution: '杭州云帆优选供应链管理有限公司' }).tooltip.length).toBeLessThan(128);
  });
});

describe('the menu', () => {
  it.each([
    ['usually', news(), ['open', 'sync', 'pauseHour', 'pauseTomorrow', 'quit']],
    ['during a run', news({}, { running: true }), ['open', 'pauseHour', 'pauseTomorrow', 'quit']],
    ['in a pause', news({ waiting: 'paused', paused_until: NOON + 1 }), ['open', 'sync', 'resume', 'quit']],
    ['switched off', news({ waiting: 'off' }), ['open', 'sync', 'quit']],
    ['without credentials', news({ waiting: 'no_credentials' }), ['open', 'quit']],
    [
      'when something needs a person',
      news({ attention: [address] }),
      ['open', 'look', 'sync', 'pauseHour', 'pauseTomorrow', 'quit'],
    ],
    ['before the service is there', null, ['open', 'quit']],
  ] as const)('%s offers what can be done', (_when, told, actions) => {
    expect(offered(view(told))).toEqual(actions);
  });

  it.each([
    [NOON, NOON + 20 * HOUR],
    [NOON + 11 * HOUR + 3599, NOON + 20 * HOUR],
    [NOON + 12 * HOUR, NOON + 44 * HOUR],
  ])('pauses at %i until 08:00 of the next day', (now, until) => {
    expect(pauseEnd('pauseTomorrow', now)).toBe(until);
    expect(pauseEnd('pauseHour', now)).toBe(now + HOUR);
  });
});
