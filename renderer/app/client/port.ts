import { portMessage } from '../../../shared/bridge.ts';
import { windowLink } from '../../../shared/contract/window-link.ts';
import { attachLink, type Desk } from './connection.ts';

/**
 * Takes every port that main hands over: the first one, and one more after each restart of the service. Only
 * messages the page's own window sent count; a port from anywhere else is not ours.
 */
export function listenForPorts(desk: Desk): () => void {
  const take = (message: MessageEvent) => {
    const port = message.ports[0];
    if (message.source !== window || message.data !== portMessage || !port) return;
    attachLink(desk, windowLink(port));
  };
  window.addEventListener('message', take);
  return () => window.removeEventListener('message', take);
}
