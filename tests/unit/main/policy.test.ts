import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageHeaders } from '../../../electron/main/content-policy.ts';
import { allowedExternal } from '../../../electron/main/external-address.ts';
import { GrantedPaths } from '../../../electron/main/granted-paths.ts';
import { fileOf, fontOf, isOwnPage, pageUrl } from '../../../electron/main/page-address.ts';

describe('an address for the system browser', () => {
  it.each([
    'https://channels.weixin.qq.com/shop',
    'https://store.weixin.qq.com/',
    'https://developers.weixin.qq.com/doc/store/?a=1#b',
  ])('%s is opened', (address) => expect(allowedExternal(address)).toBe(address));

  it.each([
    'http://store.weixin.qq.com/',
    'https://weixin.qq.com/',
    'https://store.weixin.qq.com.evil.example/',
    'https://evil.example/store.weixin.qq.com',
    'https://store.weixin.qq.com@evil.example/',
    'https://someone:word@store.weixin.qq.com/',
    'https://store.weixin.qq.com:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-settings:network',
    'store.weixin.qq.com',
    '',
  ])('%s is refused', (address) => expect(allowedExternal(address)).toBeNull());
});

describe('an address of the page', () => {
  const folder = resolve('/program/out/renderer');

  it('is a file below its folder', () => {
    expect(fileOf(pageUrl, folder)).toBe(resolve(folder, 'index.html'));
    expect(fileOf('app://league-desk/', folder)).toBe(resolve(folder, 'index.html'));
    expect(fileOf('app://league-desk/assets/a%20b.js?x#y', folder)).toBe(resolve(folder, 'assets/a b.js'));
  });

  it.each([
    'app://league-desk/../main/index.js',
    'app://league-desk/%2e%2e/main/index.js',
    'app://league-desk/..%2fmain/index.js',
    'app://league-desk/..%5cmain',
    'app://league-desk/a%00.js',
    'app://league-desk/%E0%A4%A',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
  ])('%s leads nowhere outside it', (address) => {
    const file = fileOf(address, folder);
    expect(file === null || file.startsWith(folder)).toBe(true);
  });

  it('may be one of the bundled fonts, by its name alone', () => {
    expect(fontOf('app://league-desk/fonts/NotoSansSC_400Regular.ttf')).toBe('NotoSansSC_400Regular.ttf');
    for (const other of ['../main/index.js', '..%2fa.ttf', 'a/b.ttf', 'LICENSE_FONT', '.ttf'])
      expect(fontOf(`app://league-desk/fonts/${other}`)).toBeNull();
    expect(fontOf('app://elsewhere/fonts/a.ttf')).toBeNull();
  });

  it('is known as ours by its whole origin', () => {
    expect(isOwnPage('app://league-desk/index.html#/orders')).toBe(true);
    for (const other of ['app://league-desk.evil/', 'https://league-desk/', 'about:blank', 'nonsense'])
      expect(isOwnPage(other)).toBe(false);
  });
});

describe('the content policy', () => {
  const policy = new Map(
    pageHeaders['content-security-policy'].split('; ').map((rule) => {
      const [name, ...sources] = rule.split(' ');
      return [name, sources] as const;
    }),
  );

  it('starts from nothing and lets no script run but the bundle', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(pageHeaders['content-security-policy']).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  it('allows written-in styles, and only styles', () => {
    const loose = [...policy].filter(([, sources]) => sources.includes("'unsafe-inline'")).map(([name]) => name);
    expect(loose).toEqual(['style-src']);
  });
});

describe('paths the page may name', () => {
  it('are those a dialog gave and what lies below them', () => {
    const granted = new GrantedPaths();
    granted.grant('/home/staff/reports');
    expect(granted.covers('/home/staff/reports')).toBe(true);
    expect(granted.covers('/home/staff/reports/2026-10/pack.xlsx')).toBe(true);
    for (const other of ['/home/staff', '/home/staff/reports-old/x', '/home/staff/reports/../.ssh/id', 'reports/x'])
      expect(granted.covers(other)).toBe(false);
  });
});
