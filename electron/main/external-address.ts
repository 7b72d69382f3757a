/** The platform's own sites, the only ones that the program opens in the system's browser. */
const hosts = new Set(['channels.weixin.qq.com', 'store.weixin.qq.com', 'developers.weixin.qq.com']);

/** The address as it may be handed to the system, or null. `https` only: other schemes start programs. */
export function allowedExternal(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const plain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && plain && hosts.has(url.hostname) ? url.href : null;
}
