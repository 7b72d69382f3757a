import { onTestFinished } from 'vitest';
import type { Context } from '../../electron/service/context.ts';
import { openStore } from '../../electron/service/store/store.ts';
import type { Topic } from '../../shared/contract/events.ts';
import { type StandIn, standIn } from './stand-in.ts';
import { tempFolder } from './temp-folder.ts';

/** 2026-11-20 12:00:00 in UTC+8. */
export const NOON = 1_795_147_200;

export interface TestDesk extends Context {
  readonly script: StandIn;
  time: number;
  /** Thrown by `platform()` while set. */
  offline: Error | null;
  readonly topics: Topic[];
}

/** A context over a real database in a folder of its own, which goes away after the test. */
export async function testDesk(): Promise<TestDesk> {
  const dataDir = tempFolder();
  const store = await openStore(dataDir);
  onTestFinished(() => store.close());
  const topics: Topic[] = [];
  const script = standIn(() => desk.time);
  const desk: TestDesk = {
    store,
    dataDir,
    institution: { id: 'test', name: '测试机构', demo: false, appId: 'wxinstitution' },
    connected: true,
    platform: () => {
      if (desk.offline) throw desk.offline;
      return script;
    },
    now: () => desk.time,
    staff: () => '小林',
    emit: () => undefined,
    changed: (...changed) => {
      topics.push(...changed);
    },
    script,
    topics,
    time: NOON,
    offline: null,
  };
  return desk;
}
