import rules from '../../../resources/rules/banned-words.json' with { type: 'json' };
import type { BannedFinding, CheckedText } from '../../../shared/contract/poster.ts';
import type { RouteOutput } from '../../../shared/contract/routes.ts';

interface Group {
  grade: 'refuse' | 'warn';
  reason: string;
  words: { shown: string; folded: string }[];
  except: string[];
}

/** What cannot hide a word: spaces, joiners and the marks people put between characters. */
const IGNORED = /[\s\p{Cc}\p{Cf}·•・*_~\-|/\\]/u;

const sources: Record<string, { name: string }> = rules.sources;

const groups: readonly Group[] = rules.groups.map(({ grade, source, words, except }) => ({
  grade: grade === 'refuse' ? 'refuse' : 'warn',
  reason: sources[source]?.name ?? source,
  words: words.map((shown) => ({ shown, folded: fold(shown).text })),
  except: except.map((text) => fold(text).text),
}));

/** One form for wide and narrow, upper and lower case, with the place in the original of every unit. */
function fold(original: string): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of original) {
    if (!IGNORED.test(character)) {
      const plain = character.normalize('NFKC').toLowerCase();
      text += plain;
      for (let i = 0; i < plain.length; i++) places.push(at);
    }
    at += character.length;
  }
  places.push(at);
  return { text, places };
}

/**
 * Words the advertising rules name, with their places; the longest and gravest where several overlap. A list cannot
 * know what is true of the goods: it finds words, and staff decide about the ones it only warns of.
 */
export function bannedWords(original: string): BannedFinding[] {
  const { text, places } = fold(original);
  const found = groups.flatMap(({ grade, reason, words, except }) => {
    const allowed = except.flatMap((phrase) => placesOf(text, phrase).map((at) => [at, at + phrase.length] as const));
    return words.flatMap(({ shown, folded }) =>
      placesOf(text, folded)
        .filter((at) => !allowed.some(([from, to]) => from <= at && at + folded.length <= to))
        .map((at) => ({ word: shown, grade, reason, at, end: at + folded.length })),
    );
  });
  found.sort((a, b) => rank(a.grade) - rank(b.grade) || b.end - b.at - (a.end - a.at) || a.at - b.at);
  const kept: typeof found = [];
  for (const one of found) if (!kept.some(({ at, end }) => one.at < end && at < one.end)) kept.push(one);
  kept.sort((a, b) => a.at - b.at);
  return kept.map(({ word, grade, reason, at, end }) => {
    const last = places[end - 1]!;
    const to = last + String.fromCodePoint(original.codePointAt(last)!).length;
    return { word, grade, reason, from: places[at]!, to };
  });
}

export function checkText(text: string): CheckedText {
  return { text, findings: bannedWords(text) };
}

/** The list with its sources, for whoever wants to know what is looked for. */
export function bannedWordList(): RouteOutput<'poster.banned_words'> {
  return {
    compiled_on: rules.compiled_on,
    groups: groups.map(({ grade, reason, words }) => ({ grade, reason, words: words.map(({ shown }) => shown) })),
  };
}

const rank = (grade: 'refuse' | 'warn') => (grade === 'refuse' ? 0 : 1);

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}
