import type { AppInfo } from '../../../shared/bridge.ts';
import type { Scenario } from './answers.ts';

const institution = { id: 'one', name: '杭州云帆优选供应链管理有限公司', demo: true, appId: 'wx5b1e0c9f7a2d4e68' };

export function appInfo(scenario: Scenario): AppInfo {
  const query = new URLSearchParams(window.location.search);
  return {
    version: '0.1.0',
    electron: '45.4.1',
    chrome: '148.0.7778.0',
    platform: 'linux',
    dataFolder: '/home/staff/.config/League Desk/institutions/one',
    institution,
    institutions: [institution, { id: 'two', name: '广州南风文化传媒', demo: false, appId: 'wx77aa1200bb34cc56' }],
    keyStore: scenario !== 'fresh',
    secretKept: scenario === 'fresh' ? null : 'protected',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    language: query.get('lang') === 'en' ? 'en' : 'zh-CN',
    keepRunning: false,
    service:
      scenario === 'newer'
        ? { phase: 'failed', error: { code: 'store.newer', params: { found: 12, known: 7 } } }
        : { phase: 'ready' },
    startupError: null,
  };
}
