import type { Client, Frame, Link } from '../../shared/contract/client.ts';
import { createClient } from '../../shared/contract/client.ts';
import { type EventData, type EventName, events } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/result.ts';
import { type RouteName, type RouteOutput, type RouteParsed, routes } from '../../shared/contract/routes.ts';
import { failureOf } from './failure-of.ts';

/** One function per route; the input has passed the route's check. */
export type Handlers = {
  [Name in RouteName]: (input: RouteParsed<Name>) => RouteOutput<Name> | Promise<RouteOutput<Name>>;
};

export interface Router {
  /** Serves whoever is at the other end until the link closes. */
  serve(link: Link): void;
  /** A client in this very process, for the command line and tests: same checks, same envelope. */
  client(): Client;
  emit<Name extends EventName>(name: Name, data: EventData<Name>): void;
}

/** How long a route may take before its name goes to the log. */
const SLOW_MS = 50;

export function router(handlers: Handlers, log: (line: string) => void = () => {}): Router {
  const links = new Set<Link>();

  const answer = async (name: string, input: unknown): Promise<Result<unknown>> => {
    if (!Object.hasOwn(routes, name)) return { ok: false, error: { code: 'route.unknown', params: { route: name } } };
    const route = routes[name as RouteName];
    const parsed = route.input.safeParse(input ?? {});
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const params = { route: name, field: issue?.path.join('.') ?? '', reason: issue?.message ?? '' };
      return { ok: false, error: { code: 'input.invalid', params } };
    }
    const started = performance.now();
    try {
      const handler = handlers[name as RouteName] as (checked: unknown) => unknown;
      return { ok: true, data: await handler(parsed.data) };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'service.internal') log(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
      return { ok: false, error: failure };
    } finally {
      const millis = performance.now() - started;
      if (millis > SLOW_MS) log(`${name} took ${Math.round(millis)} ms`);
    }
  };

  const serve = (link: Link) => {
    links.add(link);
    link.closed(() => links.delete(link));
    link.receive((frame) => {
      if (frame.kind !== 'call') return;
      void answer(frame.route, frame.input).then((result) => {
        if (links.has(link)) link.send({ kind: 'answer', id: frame.id, result });
      });
    });
  };

  return {
    serve,
    client() {
      const [near, far] = linkPair();
      serve(far);
      return createClient(near);
    },
    emit(name, data) {
      const checked = events[name].parse(data);
      for (const link of links) link.send({ kind: 'event', event: name, data: checked });
    },
  };
}

/** Two ends in one process. Frames are handed over as they are, in order, after the sender's turn. */
function linkPair(): [Link, Link] {
  const ends = [end(), end()] as const;
  const close = () => {
    for (const one of ends) for (const listener of one.onClose) listener();
  };
  const link = (mine: number): Link => ({
    send: (frame) => queueMicrotask(() => ends[1 - mine]!.onFrame(frame)),
    receive: (listener) => {
      ends[mine]!.onFrame = listener;
    },
    closed: (listener) => ends[mine]!.onClose.push(listener),
    close,
  });
  return [link(0), link(1)];
}

function end(): { onFrame: (frame: Frame) => void; onClose: (() => void)[] } {
  return { onFrame: () => {}, onClose: [] };
}
