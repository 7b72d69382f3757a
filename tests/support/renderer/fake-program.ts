import { type LeagueDesk, portMessage } from '../../../shared/bridge.ts';
import type { Frame } from '../../../shared/contract/client.ts';
import type { DeskFailure, Result } from '../../../shared/contract/result.ts';
import type { RouteName } from '../../../shared/contract/routes.ts';
import { answerOf, type Scenario } from './answers.ts';
import { appInfo } from './app-info.ts';

/**
 * Stands in for main, preload and service in a plain browser. `?scenario=` chooses what it plays: `day` (default),
 * `empty`, `offline`, `loading`, `errors`, `gone`, `newer`, `fresh` (no credentials yet), `running`, `refused`
 * (credentials), `quota`, `address` (allow-list), `disk`, `paused`.
 */
const scenario = (new URLSearchParams(window.location.search).get('scenario') ?? 'day') as Scenario;

const fine = async () => ({ ok: true as const, data: null });

const bridge: LeagueDesk = {
  getAppInfo: async () => appInfo(scenario),
  chooseFolder: async () => '/home/staff/货架数据',
  chooseFile: async () => '/home/staff/结算/2026-10.xlsx',
  saveFile: async (name) => `/home/staff/${name}`,
  showItem: fine,
  openExternal: fine,
  setCredentials: async () => ({ ok: true, data: { institutionId: 'one', secretKept: 'protected' } }),
  switchInstitution: fine,
  setTheme: fine,
  setLanguage: fine,
  setKeepRunning: fine,
  restartService: fine,
  onServiceState: () => () => {},
};
Object.defineProperty(window, 'leagueDesk', { value: bridge });

const { port1: page, port2: service } = new MessageChannel();
const send = (frame: Frame) => service.postMessage(frame);

service.onmessage = async (message: MessageEvent<Frame>) => {
  const frame = message.data;
  if (frame.kind !== 'call') return;
  if (scenario === 'loading') return;
  await new Promise((resolve) => setTimeout(resolve, 40));
  let result: Result<unknown>;
  try {
    result = { ok: true, data: answerOf(frame.route as RouteName, frame.input, scenario, send) };
  } catch (error) {
    result = { ok: false, error: error as DeskFailure };
  }
  send({ kind: 'answer', id: frame.id, result });
};

// The page listens once its first script has run; module scripts run in order, so one turn later is enough.
window.addEventListener('load', () => window.postMessage(portMessage, '*', [page]));
if (scenario === 'gone') setTimeout(() => service.close(), 2500);
