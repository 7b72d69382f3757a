import { type Client, createClient } from '../../../shared/contract/client.ts';
import { DeskError, type Result } from '../../../shared/contract/result.ts';
import type { RouteInput, RouteName, RouteOutput } from '../../../shared/contract/routes.ts';

/** `waiting` before the first port, `gone` between the end of a service and the port of its successor. */
export type Phase = 'waiting' | 'ready' | 'gone';

export interface Connection {
  phase: Phase;
  client: Client | null;
}

type ChangeListener = (connection: Connection) => void;

/**
 * The page's hold on the service. The service may die and be started again; every new port is a new client, and
 * reads that were under way are repeated on it.
 */
export class Desk {
  #connection: Connection = { phase: 'waiting', client: null };
  readonly #listeners = new Set<ChangeListener>();

  get connection(): Connection {
    return this.#connection;
  }

  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  attach(client: Client): void {
    this.#change({ phase: 'ready', client });
  }

  /** The client's service ended. A late notice about a client already replaced is ignored. */
  lose(client: Client): void {
    if (this.#connection.client === client) this.#change({ phase: 'gone', client: null });
  }

  /** For reads: waits for a service and starts over when it goes away half-way. */
  async read<Name extends RouteName>(name: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>> {
    for (;;) {
      const client = await this.#nextClient();
      const result: Result<RouteOutput<Name>> = await client.invoke(name, input);
      if (result.ok) return result.data;
      if (result.error.code !== 'service.gone') throw new DeskError(result.error.code, result.error.params);
      this.lose(client);
    }
  }

  /** For actions: never repeated, because the service may have done the work before it went away. */
  async act<Name extends RouteName>(name: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>> {
    const { client } = this.#connection;
    if (!client) throw new DeskError('service.gone');
    return client.call(name, input);
  }

  #change(connection: Connection): void {
    this.#connection = connection;
    for (const listener of this.#listeners) listener(connection);
  }

  #nextClient(): Promise<Client> {
    if (this.#connection.client) return Promise.resolve(this.#connection.client);
    return new Promise((resolve) => {
      const stop = this.subscribe(({ client }) => {
        if (!client) return;
        stop();
        resolve(client);
      });
    });
  }
}

/** A client over the given link that tells the desk when its service is gone. */
export function attachLink(desk: Desk, link: Parameters<typeof createClient>[0]): void {
  const client = createClient(link);
  link.closed(() => desk.lose(client));
  desk.attach(client);
}
