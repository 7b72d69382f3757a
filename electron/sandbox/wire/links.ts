/** Where a promoter's link and the code beside it lead: the QR picture says exactly what the link's call answers. */
export function productLink(code: string): string {
  return `https://store.weixin.qq.com/shop/a/${code}`;
}

/** What the code of a live notice says. */
export function noticeLink(code: string): string {
  return `https://store.weixin.qq.com/shop/q/${code}`;
}
