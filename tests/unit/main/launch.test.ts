import { describe, expect, it } from 'vitest';
import { readLaunchOptions } from '../../../electron/main/launch-options.ts';
import { redact } from '../../../electron/main/redact.ts';
import { placeWindow, smallest } from '../../../electron/main/window-place.ts';

describe('the way the program is started', () => {
  it('reads the data folder in both spellings, from the environment last', () => {
    expect(readLaunchOptions(['electron', '.', '--data', '/a'], {}).dataFolder).toBe('/a');
    expect(readLaunchOptions(['electron', '.', '--data=/a b'], { LEAGUE_DESK_DATA: '/c' }).dataFolder).toBe('/a b');
    expect(readLaunchOptions(['electron', '.'], { LEAGUE_DESK_DATA: '/c' }).dataFolder).toBe('/c');
    expect(readLaunchOptions(['electron', '.', '--data', '--offline'], {})).toEqual({
      dataFolder: null,
      offline: true,
      firstSync: false,
      demoOrders: null,
      background: true,
    });
  });

  it('starts offline when told to', () => {
    expect(readLaunchOptions([], {}).offline).toBe(false);
    expect(readLaunchOptions([], { LEAGUE_DESK_OFFLINE: '1' }).offline).toBe(true);
  });

  it('syncs by itself unless told not to', () => {
    expect(readLaunchOptions([], { LEAGUE_DESK_NO_BACKGROUND: '0' }).background).toBe(true);
    expect(readLaunchOptions([], { LEAGUE_DESK_NO_BACKGROUND: '1' }).background).toBe(false);
  });

  it('begins a fresh demo with a sync when told to', () => {
    expect(readLaunchOptions(['electron', '.', '--first-sync'], {}).firstSync).toBe(true);
  });

  it.each([
    ['300', 300],
    ['', null],
    ['many', null],
    [undefined, null],
  ])('draws a demo world of %s orders', (text, orders) => {
    expect(readLaunchOptions([], { LEAGUE_DESK_DEMO_ORDERS: text }).demoOrders).toBe(orders);
  });
});

describe('the place of the window', () => {
  const screen = { x: 0, y: 25, width: 1920, height: 1055 };
  const kept = { x: 100, y: 80, width: 1300, height: 800, maximized: false };

  it('is where it was', () => expect(placeWindow(kept, [screen], screen)).toEqual(kept));

  it('is the middle of the first screen the first time', () => {
    expect(placeWindow(null, [screen], screen)).toEqual({ x: 240, y: 103, width: 1440, height: 900, maximized: false });
  });

  it.each([
    ['to the right of every screen', { ...kept, x: 1900 }],
    ['above it, its title out of reach', { ...kept, y: -200 }],
    ['on a second screen that is gone', { ...kept, x: 2500 }],
  ])('comes back when it was %s', (_where, lost) => {
    expect(placeWindow(lost, [screen], screen)).toMatchObject({ x: 240, y: 103 });
  });

  it('is never larger than a small screen, nor smaller than its contents need', () => {
    const small = { x: 0, y: 0, width: 1280, height: 720 };
    expect(placeWindow(null, [small], small)).toMatchObject({ x: 0, y: 0, width: 1280, height: 720 });
    expect(placeWindow({ ...kept, width: 300, height: 200 }, [screen], screen)).toMatchObject(smallest);
  });
});

describe('the log', () => {
  it('keeps secrets and people out', () => {
    expect(redact('POST /token?access_token=abc.def&x=1')).toBe('POST /token?access_token=***&x=1');
    expect(redact({ appid: 'wx1', secret: 'abc', nested: { openid: 'o-1' } })).toBe(
      '{"appid":"wx1","secret":"***","nested":{"openid":"***"}}',
    );
    expect(redact(new Error('phone: 13800138000 refused'))).toContain('phone: ***');
    expect(redact(42)).toBe(42);
  });
});
