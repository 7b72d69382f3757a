import { portMessage } from '../../shared/bridge.ts';
import { type Client, createClient } from '../../shared/contract/client.ts';
import { windowLink } from '../../shared/contract/window-link.ts';
import { Drawing } from './drawing.ts';

/** Drawing threads, and what each has in hand: while one poster is packed the next one is on its way. */
const THREADS = 2;
const IN_HAND = 2;

// First of all: the port comes once, soon after this script has begun; another after each restart of the service.
window.addEventListener('message', (message) => {
  const port = message.ports[0];
  if (message.source !== window || message.data !== portMessage || !port) return;
  const link = windowLink(port);
  const client = createClient(link);
  let open = true;
  link.closed(() => {
    open = false;
  });
  for (const drawing of drawings) for (let i = 0; i < IN_HAND; i++) void serve(client, drawing, () => open);
});

const drawings = Array.from({ length: THREADS }, () => new Drawing());

/** Takes orders one by one for as long as the service lives. */
async function serve(client: Client, drawing: Drawing, open: () => boolean): Promise<void> {
  while (open()) {
    const taken = await client.invoke('poster.take', { want: 1 });
    if (!taken.ok) return;
    for (const { order_id, content } of taken.data.orders) {
      const drawn = await drawing.png(content).then(
        (png) => ({ png }),
        (error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }),
      );
      await client.invoke('poster.give', { order_id, drawn });
    }
  }
}
