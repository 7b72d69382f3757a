import type PDFDocument from 'pdfkit';

/** What is used of a font that pdfkit has opened; its types leave it out. */
export interface EmbeddedFont {
  readonly id: string;
  /** The parsed font, which other documents may use too: parsing takes longer than a short document. */
  readonly font: ParsedFont;
  /** Numbers of the glyphs in the subset as four hex digits each, and their widths in thousandths of the size. */
  encode(text: string): [glyphs: string[], positions: { advanceWidth: number }[]];
  ref(): object;
}

export interface ParsedFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): unknown;
}

/** The font that was chosen last. */
export function chosenFont(document: PDFKit.PDFDocument): EmbeddedFont {
  return (document as InstanceType<typeof PDFDocument> & { _font: EmbeddedFont })._font;
}

/** Makes a font known on the present page. */
export function showFontOnPage(document: PDFKit.PDFDocument, font: EmbeddedFont): void {
  const { fonts } = document.page as unknown as { fonts: Record<string, object> };
  fonts[font.id] ??= font.ref();
}
