/** Whether the text is an absolute address of one of the schemes, without a name and password in it. */
export function isAddress(text: string, schemes: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return schemes.includes(url.protocol) && url.username === '' && url.password === '';
}
