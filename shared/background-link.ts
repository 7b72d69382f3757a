import type { BackgroundSync } from './contract/background.ts';
import type { Unix } from './time.ts';

/** What the service tells main for the tray and the notifications. Nothing in it is secret. */
export interface BackgroundNews {
  type: 'background';
  state: BackgroundSync;
  /** A run is under way, whoever began it. */
  running: boolean;
  /** Platform time up to which the orders were read; null before the first sync. */
  known_as_of: Unix | null;
}

/** What main tells the service beside ports: how the machine is, and what staff chose in the tray. */
export type MainOrder =
  | {
      type: 'machine';
      news: { online?: boolean | undefined; on_battery?: boolean | undefined; power?: 'suspend' | 'wake' | undefined };
    }
  | { type: 'sync' }
  | { type: 'pause'; until: Unix | null };
