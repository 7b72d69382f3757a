/** A font of a poster: the bundled face in one of its two weights; `size` in pixels. */
export interface Font {
  size: number;
  weight: 400 | 600;
}

/** Width in pixels. */
export type Measure = (text: string, font: Font) => number;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Runs that are read as one word and are broken only when a line cannot hold them. */
const WORD = /^[\p{Script=Latin}\p{Nd}.,'’+&@#$%°/-]$/u;
const NEVER_FIRST = /^[，。、！？；：）】」』》〉”’…·,.!?;:)\]}%℃°]$/u;
const NEVER_LAST = /^[（【「『《〈“‘([{￥¥$]$/u;
const ELLIPSIS = '…';

export function splitGraphemes(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Pieces between which a line may end. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let last = '';
  for (const grapheme of splitGraphemes(text)) {
    const joins =
      pieces.length > 0 &&
      grapheme !== ' ' &&
      last !== ' ' &&
      ((WORD.test(last) && WORD.test(grapheme)) || NEVER_FIRST.test(grapheme) || NEVER_LAST.test(last));
    if (joins) pieces[pieces.length - 1] += grapheme;
    else pieces.push(grapheme);
    last = grapheme;
  }
  return pieces;
}

interface Broken {
  lines: string[];
  /** The text did not fit; the last line ends in an ellipsis. */
  cut: boolean;
}

/** Breaks a text into lines no wider than `width`, at most `most` of them. */
export function breakLines(text: string, font: Font, width: number, most: number, measure: Measure): Broken {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = () => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  const queue = piecesOf(text);
  for (let at = 0; at < queue.length; at++) {
    const piece = queue[at]!;
    if (piece === ' ' && line === '') continue;
    const wide = measure(piece, font);
    if (used + wide <= width || piece === ' ') {
      line += piece;
      used += wide;
    } else if (wide > width && splitGraphemes(piece).length > 1) {
      // A word longer than a line breaks where the line ends.
      queue.splice(at + 1, 0, ...splitGraphemes(piece));
    } else {
      if (line !== '') end();
      if (lines.length === most) return { lines: withEllipsis(lines, font, width, measure), cut: true };
      line = piece;
      used = wide;
    }
  }
  if (line.trim() !== '') end();
  if (lines.length > most) return { lines: withEllipsis(lines.slice(0, most), font, width, measure), cut: true };
  return { lines: balanced(lines, text, font, width, measure), cut: false };
}

/** A last line of a few characters looks lost: the same number of lines, more even. */
function balanced(lines: string[], text: string, font: Font, width: number, measure: Measure): string[] {
  const last = lines.at(-1);
  if (lines.length < 2 || last === undefined || measure(last, font) > width * 0.3) return lines;
  const total = lines.reduce((sum, line) => sum + measure(line, font), 0);
  const narrower = Math.ceil((total / lines.length) * 1.12);
  if (narrower >= width) return lines;
  const again = breakLines(text, font, narrower, lines.length, measure);
  return again.cut || again.lines.length !== lines.length ? lines : again.lines;
}

function withEllipsis(lines: string[], font: Font, width: number, measure: Measure): string[] {
  const kept = splitGraphemes(lines.at(-1) ?? '');
  while (kept.length > 0 && measure(kept.join('').trimEnd() + ELLIPSIS, font) > width) kept.pop();
  return [...lines.slice(0, -1), kept.join('').trimEnd() + ELLIPSIS];
}

/** The first of the sizes at which the text fits, or the last one with an ellipsis. */
export function fitText(
  text: string,
  { sizes, weight, leading }: { sizes: readonly number[]; weight: Font['weight']; leading: number },
  room: { width: number; height: number; lines: number },
  measure: Measure,
): Broken & { font: Font; lineHeight: number } {
  let fitted: (Broken & { font: Font; lineHeight: number }) | undefined;
  for (const size of sizes) {
    const font = { size, weight };
    const lineHeight = Math.round(size * leading);
    const most = Math.max(1, Math.min(room.lines, Math.floor(room.height / lineHeight)));
    fitted = { ...breakLines(text, font, room.width, most, measure), font, lineHeight };
    if (!fitted.cut) break;
  }
  return fitted!;
}
