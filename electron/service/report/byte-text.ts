/**
 * UTF-8 of a text as a string of its bytes, one character each. Strings of single bytes are joined and written several
 * times faster than such that hold Chinese; whoever writes them says `latin1`.
 */
export function byteText(text: string): string {
  return ASCII.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

const ASCII = /^[\0-\x7f]*$/;
