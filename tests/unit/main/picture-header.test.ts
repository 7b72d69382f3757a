import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureHeader } from '../../../electron/main/picture-header.ts';
import { gifOf, jpegOf, pngOf, webpOf } from '../../support/picture-bytes.ts';

describe('the header of a picture', () => {
  it('gives type and size of every kind', () => {
    const side = fc.integer({ min: 1, max: 16_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = { width, height };
        expect(pictureHeader(pngOf(width, height))).toEqual({ type: 'image/png', ...size });
        expect(pictureHeader(gifOf(width, height))).toEqual({ type: 'image/gif', ...size });
        for (const marker of [0xc0, 0xc1, 0xc2, 0xcf])
          expect(pictureHeader(jpegOf(width, height, marker))).toEqual({ type: 'image/jpeg', ...size });
        for (const kind of ['VP8 ', 'VP8L', 'VP8X'] as const)
          expect(pictureHeader(webpOf(kind, width, height))).toEqual({ type: 'image/webp', ...size });
      }),
    );
  });

  it('knows drawings, whatever stands before them', () => {
    for (const text of ['<svg xmlns="x">', '\uFEFF<?xml version="1.0"?>\n<!-- a -->\n<svg>', '  <svg>'])
      expect(pictureHeader(Buffer.from(text))).toEqual({ type: 'image/svg+xml', width: null, height: null });
    for (const text of ['<html><svg>', '<svgx>', '{"svg":1}']) expect(pictureHeader(Buffer.from(text))).toBeNull();
  });

  it('reads any bytes at all without failing', () => {
    const start = fc.constantFrom(
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      'RIFF1234WEBPVP8X',
      'RIFF1234WEBPVP8L',
      '\xff\xd8\xff\xe0',
      '',
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 60 }), (head, rest) => {
        const header = pictureHeader(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
        expect(header === null || header.width === null || header.width > 0).toBe(true);
      }),
    );
    for (const bytes of [pngOf(1, 0), gifOf(0, 1), Buffer.alloc(0)]) expect(pictureHeader(bytes)).toBeNull();
  });
});
