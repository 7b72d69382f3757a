const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of XML as it is meant. Entities of a file's own are none: what they declare could grow without end. */
export function unescaped(xml: string): string {
  if (!xml.includes('&')) return xml;
  return xml.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of an attribute, by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? unescaped(found[1] ?? found[2] ?? '') : undefined;
}

/** What stands between `<name` and `>` of every element of that name, whatever its prefix. */
export function* elements(xml: string, name: string): Generator<string> {
  const pattern = new RegExp(`<(?:\\w+:)?${name}\\b((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'g');
  for (const [, attributes] of xml.matchAll(pattern)) yield attributes!;
}

/** `x:` of a root written `<x:worksheet>`, '' without one; null while the root is still to come. */
export function rootPrefix(xml: string, root: string): string | null {
  const found = new RegExp(`<(\\w+:)?${root}\\b[^>]*>`).exec(xml);
  return found ? (found[1] ?? '') : null;
}

/**
 * The text of all `<t>` of a string item, without the reading aids of `<rPh>`. `prefix` is that of its elements, such
 * as `x:`.
 */
export function stringItem(xml: string, prefix = ''): string {
  const close = `</${prefix}t>`;
  const end = xml.indexOf(close);
  if (end < 0) return '';
  if (end === xml.lastIndexOf(close)) {
    return stringText(xml.slice(xml.indexOf('>', xml.indexOf(`<${prefix}t`)) + 1, end));
  }
  const aids = new RegExp(`<${prefix}rPh\\b.*?</${prefix}rPh>`, 'gs');
  const texts = new RegExp(`<${prefix}t\\b[^>]*?(?:/>|>(.*?)</${prefix}t>)`, 'gs');
  let text = '';
  for (const [, part] of xml.replace(aids, '').matchAll(texts)) text += part ?? '';
  return stringText(text);
}

/** `_x000D_` is how Excel writes a character that XML cannot hold. */
function stringText(xml: string): string {
  const text = unescaped(
    xml.includes('<![CDATA[') ? xml.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, inner) => escaped(inner)) : xml,
  );
  return text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
