import type { EventData, EventName, Topic } from '../../shared/contract/events.ts';
import type { Platform } from './platform/platform.ts';
import type { Store } from './store/store.ts';

/** What the rooms of the service work with. One per institution. */
export interface Context {
  readonly store: Store;
  readonly dataDir: string;
  readonly institution: { id: string; name: string; demo: boolean; appId: string | null };
  /** Whether AppID and secret are known. */
  readonly connected: boolean;
  /** Throws `credentials.missing` while no AppID and secret are known. */
  platform(): Platform;
  /** Platform time once it has answered, the machine's before that; Unix seconds. */
  now(): number;
  /** Who is working, for decisions and the audit log. */
  staff(): string;
  emit<Name extends EventName>(name: Name, data: EventData<Name>): void;
  /** Where the feed's secret outlives this process; left out, it does not. */
  readonly keepFeedSecret?: ((secret: string | null) => void) | undefined;
  /** Where addresses of pictures go that are worth having offline; left out, nobody fetches them ahead. */
  readonly wantPictures?: ((addresses: string[]) => void) | undefined;
  /** Asks for the window that draws posters, or lets it go; left out where there can be none. */
  readonly drawing?: ((wanted: boolean) => void) | undefined;
  /** Tells the pages which of what they show has changed. */
  changed(...topics: Topic[]): void;
}
