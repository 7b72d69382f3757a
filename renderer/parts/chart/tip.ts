export interface TipLine {
  name: string;
  value: string;
  colour?: string;
  /** Set apart, such as a total. */
  strong?: boolean;
}

/** The small box beside the pointer. Built of text nodes: names come from outside and must never be read as markup. */
export function tip(title: string, lines: readonly TipLine[]): HTMLElement {
  const box = made('div', 'ld-tip');
  box.append(made('div', 'ld-tip__title', title));
  for (const { name, value, colour, strong } of lines) {
    const line = made('div', `ld-tip__line${strong ? ' ld-tip__line--strong' : ''}`);
    const label = made('span', 'ld-tip__name', name);
    if (colour) {
      const key = made('i', 'ld-tip__key');
      key.style.background = colour;
      label.prepend(key);
    }
    line.append(label, made('span', 'ld-tip__value', value));
    box.append(line);
  }
  return box;
}

function made(tag: string, className: string, text?: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
