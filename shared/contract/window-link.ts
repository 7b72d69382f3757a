import type { Frame, Link } from './client.ts';

/** A link over the MessagePort that main hands to the page. */
export function windowLink(port: MessagePort): Link {
  return {
    send: (frame) => port.postMessage(frame),
    receive: (listener) => {
      port.onmessage = (message: MessageEvent<Frame>) => listener(message.data);
      port.start();
    },
    closed: (listener) => port.addEventListener('close', listener),
    close: () => port.close(),
  };
}
