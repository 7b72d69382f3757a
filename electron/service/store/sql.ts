/** A piece of SQL with its bound values. Values are always bound, never written into the text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly Bindable[];
}

export type Bindable = string | number | bigint | Uint8Array | null;

function isSql(part: unknown): part is Sql {
  return typeof part === 'object' && part !== null && 'text' in part && 'values' in part;
}

/** sql`select * from shop where shop_appid = ${id}`; a nested `Sql` is spliced in, anything else is bound. */
export function sql(strings: TemplateStringsArray, ...parts: (Bindable | Sql)[]): Sql {
  let text = strings[0] ?? '';
  const values: Bindable[] = [];
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  });
  return { text, values };
}

/** A column or table name. Only names of the program's own lists may come here. */
export function name(identifier: string): Sql {
  if (!/^[a-z_][a-z0-9_]*$/.test(identifier)) throw new Error(`not an SQL name: ${identifier}`);
  return { text: identifier, values: [] };
}

export const nothing: Sql = { text: '', values: [] };

export function join(parts: readonly Sql[], separator: string): Sql {
  return { text: parts.map((part) => part.text).join(separator), values: parts.flatMap((part) => [...part.values]) };
}

/** `where a and b`, or nothing without conditions. */
export function where(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return nothing;
  const all = join(conditions, ' and ');
  return { text: `where ${all.text}`, values: all.values };
}

/** `column in (?, ?, ?)`; an empty list matches nothing. */
export function isIn(column: string, values: readonly Bindable[]): Sql {
  const list = join(
    values.map((value) => sql`${value}`),
    ', ',
  );
  return values.length === 1 ? sql`${name(column)} = ${values[0]!}` : sql`${name(column)} in (${list})`;
}
