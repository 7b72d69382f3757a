import { DeskError } from '../../../shared/contract/result.ts';

export const PLATFORM_ADDRESS = 'https://api.weixin.qq.com';

/**
 * The address calls go to, without a slash at its end. Plain http is for stand-ins on this machine only: the secret
 * must never travel unencrypted. Throws `network.bad_address`.
 */
export function platformAddress(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new DeskError('network.bad_address', { base_url: text }, { cause });
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))
    throw new DeskError('network.bad_address', { base_url: text });
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** Whether an address that `platformAddress` gave is on this machine. */
export function isLocalAddress(address: string): boolean {
  return isLoopback(new URL(address));
}

function isLoopback({ hostname }: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
