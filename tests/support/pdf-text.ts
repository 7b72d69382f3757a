import { inflateSync } from 'node:zlib';
import { markedLines } from '../../electron/service/report/pdf/marked-line.ts';

/** What a page of a document of ours shows, in the order it was drawn; its lines apart from the rest as well. */
export interface PdfPage {
  texts: string[];
  lines: { number: number; texts: string[] }[];
}

/** Reads pages as a program that copies text out of a PDF does: glyphs are letters by the maps beside the fonts. */
export function pdfPages(bytes: Buffer): PdfPage[] {
  const file = bytes.toString('latin1');
  const streams = new Map<string, string>();
  for (const head of file.matchAll(/\n(\d+) 0 obj\n<<\n[^>]*?\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g)) {
    const from = head.index + head[0].length;
    streams.set(head[1]!, inflateSync(bytes.subarray(from, from + Number(head[2]))).toString('latin1'));
  }
  const fonts = new Map<string, string[]>();
  for (const [, name, object] of file.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = new RegExp(`\\n${object} 0 obj\\n<<[^]*?/ToUnicode (\\d+) 0 R`).exec(file);
    if (font) fonts.set(name!, lettersOf(streams.get(font[1]!)!));
  }
  return [...streams.values()]
    .filter((content) => content.includes(' Tj ET'))
    .map((content) => ({
      texts: textsOf(content, fonts),
      lines: [...markedLines(content)].map(({ number, drawn }) => ({ number, texts: textsOf(drawn, fonts) })),
    }));
}

function textsOf(content: string, fonts: ReadonlyMap<string, string[]>): string[] {
  return [...content.matchAll(/\/(F\d+) [\d.]+ Tf [^<]*<([0-9a-f]+)> Tj/g)].map(([, font, hex]) =>
    (hex!.match(/.{4}/g) ?? []).map((glyph) => fonts.get(font!)![Number.parseInt(glyph, 16)]).join(''),
  );
}

/** The letter of each glyph by its number. */
function lettersOf(map: string): string[] {
  return [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list]) =>
    [...list!.matchAll(/<([0-9a-f ]+)>/g)].map(([, units]) =>
      String.fromCharCode(
        ...(units!.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)),
      ),
    ),
  );
}
