import type { LeagueDesk } from '../../../shared/bridge.ts';

/**
 * The program around the page, put there by the preload script before any script of the page runs: dialogs,
 * credentials, service state. Business data goes over the service's port instead.
 */
export function bridge(): LeagueDesk {
  return window.leagueDesk;
}
