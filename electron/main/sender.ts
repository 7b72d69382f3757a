import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { isOwnPage } from './page-address.ts';

/** Only the top frame of our own page is answered; checked before the input is looked at. */
export function isTrusted({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  // A frame that has gone away or navigated meanwhile is null.
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}
