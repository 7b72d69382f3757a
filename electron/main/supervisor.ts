import type { BridgeFailure, ServiceState } from '../../shared/bridge.ts';

/** What the supervisor needs of a child process; Electron's utility process fits behind it. */
export interface Child {
  post(message: unknown, ports?: unknown[]): void;
  kill(): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number) => void): void;
}

/** Pauses before the service is started again; after the last one it is given up. */
const pausesMs = [500, 1_000, 2_000, 4_000, 8_000];
/** A child that was asked to stop and has not is killed after this long. */
const stopLimitMs = 1_500;
/** A service that held this long has recovered: the next fall starts with the first pause. */
const recoveredAfterMs = 60_000;

/**
 * Keeps the service running: starts it, takes its `ready` or `failed`, starts it again when it ends unexpectedly. A
 * service that says `failed` knows why it cannot run, so it is not tried again until someone asks.
 */
export class Supervisor {
  readonly #spawn: () => Child;
  readonly #onState: (state: ServiceState) => void;
  readonly #onOther: (message: unknown) => void;
  #child: Child | null = null;
  #init: unknown = null;
  #state: ServiceState = { phase: 'starting' };
  #falls = 0;
  #readyAt = 0;
  #ending: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  /** `onOther` hears what the service says beside its own state. */
  constructor(
    spawn: () => Child,
    onState: (state: ServiceState) => void,
    onOther: (message: unknown) => void = () => {},
  ) {
    this.#spawn = spawn;
    this.#onState = onState;
    this.#onOther = onOther;
  }

  get state(): ServiceState {
    return this.#state;
  }

  /** Ends what runs and starts anew. The old one is gone before, because the data folder takes one service at a time. */
  async start(init: unknown): Promise<void> {
    const stopped = this.stop();
    this.#init = init;
    this.#falls = 0;
    await stopped;
    // Meanwhile another start may have been asked for, or the end.
    if (this.#init === init) this.#launch();
  }

  /** The next `start` is being prepared. */
  announce(): void {
    this.#enter({ phase: 'starting' });
  }

  /** The service cannot run, for a reason that is known. */
  fail(error: BridgeFailure): void {
    void this.stop();
    this.#enter({ phase: 'failed', error });
  }

  stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#init = null;
    const child = this.#child;
    // Forgotten first, so that its end is not taken for a fall.
    this.#child = null;
    if (child) this.#ending = stopChild(child);
    return this.#ending;
  }

  /** False while there is no service that could take it. */
  post(message: unknown, ports: unknown[]): boolean {
    if (this.#state.phase !== 'ready' || !this.#child) return false;
    this.#child.post(message, ports);
    return true;
  }

  #launch(): void {
    this.#enter({ phase: 'starting' });
    const child = this.#spawn();
    this.#child = child;
    child.onMessage((message) => {
      if (child === this.#child) this.#hear(message);
    });
    child.onExit((code) => {
      if (child === this.#child) this.#fell(code);
    });
    child.post(this.#init);
  }

  #hear(message: unknown): void {
    const { type, error } = (message ?? {}) as { type?: string; error?: BridgeFailure };
    if (type === 'ready') {
      this.#readyAt = Date.now();
      this.#enter({ phase: 'ready' });
    } else if (type === 'failed' && error) {
      this.fail(error);
    } else {
      this.#onOther(message);
    }
  }

  #fell(code: number): void {
    this.#child = null;
    if (this.#state.phase === 'ready' && Date.now() - this.#readyAt > recoveredAfterMs) this.#falls = 0;
    const pause = pausesMs[this.#falls];
    this.#falls += 1;
    if (pause === undefined) {
      this.#enter({ phase: 'failed', error: { code: 'service.crashed', params: { exit_code: code } } });
      return;
    }
    this.#enter({ phase: 'restarting', attempt: this.#falls, inMs: pause });
    this.#timer = setTimeout(() => this.#launch(), pause);
  }

  #enter(state: ServiceState): void {
    this.#state = state;
    this.#onState(state);
  }
}

/** Asks a child to end by itself, so that it can put its things away; insists after a while. */
export function stopChild(child: Child): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill(), stopLimitMs);
    child.onExit(() => {
      clearTimeout(timer);
      resolve();
    });
    child.post({ type: 'stop' });
  });
}
