import { describe, expect, it } from 'vitest';
import { en } from '../../../../renderer/app/i18n/en/index.ts';
import { zh } from '../../../../renderer/app/i18n/zh/index.ts';

type Texts = { [key: string]: string | Texts };

function flat(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).sort();

describe('the texts', () => {
  const chinese = new Map(flat(zh as unknown as Texts));
  const english = new Map(flat(en as unknown as Texts));

  it('are complete in both languages', () => {
    const extra = [...english.keys()].filter((key) => !chinese.has(key) && !key.endsWith('_one'));
    expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([]);
    expect(extra).toEqual([]);
  });

  it('are never empty', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('name the same values in both languages', () => {
    const differing = [...chinese].filter(([key, text]) => {
      const other = english.get(key) ?? '';
      // A singular or plural may leave its number to the word.
      const needed = names(text).filter((name) => name !== 'count');
      return (
        needed.some((name) => !names(other).includes(name)) || names(other).some((name) => !names(text).includes(name))
      );
    });
    expect(differing).toEqual([]);
  });

  it('count in English with a singular wherever a number is said', () => {
    const plural = [...english].filter(([key, text]) => key.endsWith('_other') && /\{\{count\}\} \w/.test(text));
    const missing = plural.filter(([key]) => !english.has(key.replace(/_other$/, '_one')));
    expect(missing.map(([key]) => key)).toEqual(['parts.selected_other']);
  });
});
