import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Child, Supervisor } from '../../../electron/main/supervisor.ts';
import type { ServiceState } from '../../../shared/bridge.ts';

class FakeChild implements Child {
  readonly posted: unknown[] = [];
  killed = false;
  #hear: (message: unknown) => void = () => {};
  #ends: ((code: number) => void)[] = [];

  post(message: unknown): void {
    this.posted.push(message);
    if ((message as { type?: string }).type === 'stop' && this.obedient) this.exit(0);
  }
  kill(): void {
    this.killed = true;
    this.exit(15);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#hear = listener;
  }
  onExit(listener: (code: number) => void): void {
    this.#ends.push(listener);
  }

  obedient = true;
  says(message: unknown): void {
    this.#hear(message);
  }
  exit(code: number): void {
    for (const end of this.#ends.splice(0)) end(code);
  }
}

let children: FakeChild[];
let states: ServiceState[];
let supervisor: Supervisor;
const latest = () => children.at(-1)!;

beforeEach(() => {
  vi.useFakeTimers();
  children = [];
  states = [];
  supervisor = new Supervisor(
    () => {
      children.push(new FakeChild());
      return latest();
    },
    (state) => states.push(state),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

it('gives the service its one init message and tells when it is ready', async () => {
  await supervisor.start({ type: 'init', dataDir: '/d' });
  expect(latest().posted).toEqual([{ type: 'init', dataDir: '/d' }]);
  expect(supervisor.post({ type: 'port' }, [])).toBe(false);
  latest().says({ type: 'ready' });
  expect(states.map(({ phase }) => phase)).toEqual(['starting', 'ready']);
  expect(supervisor.post({ type: 'port' }, [])).toBe(true);
});

it('starts a fallen service again, with growing pauses, and gives up with a code in the end', async () => {
  await supervisor.start({ type: 'init' });
  const pauses: number[] = [];
  while (supervisor.state.phase !== 'failed') {
    latest().exit(9);
    const { state } = supervisor;
    if (state.phase === 'restarting') pauses.push(state.inMs);
    vi.advanceTimersByTime(10_000);
  }
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
  expect(supervisor.state).toEqual({ phase: 'failed', error: { code: 'service.crashed', params: { exit_code: 9 } } });
});

it('starts counting anew after the service held for a while', async () => {
  await supervisor.start({ type: 'init' });
  for (const held of [0, 0, 120_000]) {
    latest().says({ type: 'ready' });
    vi.advanceTimersByTime(held);
    latest().exit(1);
    vi.advanceTimersByTime(2_000);
  }
  expect(
    states.filter(({ phase }) => phase === 'restarting').map((state) => 'attempt' in state && state.attempt),
  ).toEqual([1, 2, 1]);
});

it('does not try again what a service refused with a reason', async () => {
  await supervisor.start({ type: 'init' });
  latest().says({ type: 'failed', error: { code: 'store.newer', params: { file: 'x' } } });
  vi.advanceTimersByTime(60_000);
  expect(children).toHaveLength(1);
  expect(supervisor.state).toEqual({ phase: 'failed', error: { code: 'store.newer', params: { file: 'x' } } });
});

it('waits for the old service to end before the next one opens the same data', async () => {
  await supervisor.start({ type: 'init' });
  const old = latest();
  old.obedient = false;
  const starting = supervisor.start({ type: 'init' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(children).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  await starting;
  expect(old.killed).toBe(true);
  expect(children).toHaveLength(2);
});

it('hands on what the service says beside its own state', async () => {
  const heard: unknown[] = [];
  const child = new FakeChild();
  const talkative = new Supervisor(
    () => child,
    () => {},
    (message) => heard.push(message),
  );
  await talkative.start({ type: 'init' });
  child.says({ type: 'ready' });
  child.says({ type: 'feed-secret', secret: 'x' });
  expect(heard).toEqual([{ type: 'feed-secret', secret: 'x' }]);
});

it('does not take a stop for a fall', async () => {
  await supervisor.start({ type: 'init' });
  latest().says({ type: 'ready' });
  await supervisor.stop();
  vi.advanceTimersByTime(60_000);
  expect(children).toHaveLength(1);
  expect(states.map(({ phase }) => phase)).toEqual(['starting', 'ready']);
});
