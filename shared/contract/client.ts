import type { EventData, EventName } from './events.ts';
import { type Result, unwrap } from './result.ts';
import type { RouteInput, RouteName, RouteOutput } from './routes.ts';

/** The one typed way to the service; the same for window, command line and tests. */
export interface Client {
  invoke<Name extends RouteName>(name: Name, input: RouteInput<Name>): Promise<Result<RouteOutput<Name>>>;
  /** Like `invoke`, with a failure thrown as `DeskError`. */
  call<Name extends RouteName>(name: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>>;
  /** Returns the way to stop listening. */
  on<Name extends EventName>(name: Name, listener: (data: EventData<Name>) => void): () => void;
  close(): void;
}

export type Frame =
  | { kind: 'call'; id: number; route: string; input: unknown }
  | { kind: 'answer'; id: number; result: Result<unknown> }
  | { kind: 'event'; event: EventName; data: unknown };

/** The least a port must do; MessagePort of the page, of Node and of Electron all fit behind it. */
export interface Link {
  send(frame: Frame): void;
  receive(listener: (frame: Frame) => void): void;
  /** Calls back when the other side is gone. */
  closed(listener: () => void): void;
  close(): void;
}

type Listeners = { [Name in EventName]: Set<(data: EventData<Name>) => void> };

/** A client over a link. When the other side goes away every waiting call is answered with `service.gone`. */
export function createClient(link: Link): Client {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const listeners: Listeners = { 'job.changed': new Set(), 'data.changed': new Set() };
  const gone: Result<never> = { ok: false, error: { code: 'service.gone', params: {} } };
  let lastId = 0;
  let open = true;

  link.receive((frame) => {
    if (frame.kind === 'answer') {
      waiting.get(frame.id)?.(frame.result);
      waiting.delete(frame.id);
    } else if (frame.kind === 'event') {
      for (const listener of listeners[frame.event] ?? []) (listener as (data: unknown) => void)(frame.data);
    }
  });
  link.closed(() => {
    open = false;
    for (const answer of waiting.values()) answer(gone);
    waiting.clear();
  });

  const invoke: Client['invoke'] = (name, input) => {
    if (!open) return Promise.resolve(gone);
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve as (result: Result<unknown>) => void);
      link.send({ kind: 'call', id, route: name, input });
    });
  };

  return {
    invoke,
    call: async (name, input) => unwrap(await invoke(name, input)),
    on: (name, listener) => {
      const set = listeners[name] as Set<typeof listener>;
      set.add(listener);
      return () => set.delete(listener);
    },
    close: () => {
      open = false;
      link.close();
    },
  };
}
