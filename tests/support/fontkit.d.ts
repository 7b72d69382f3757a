/** The little of fontkit tests measure texts with. */
declare module 'fontkit' {
  export interface Face {
    unitsPerEm: number;
    glyphForCodePoint(code: number): { advanceWidth: number };
  }
  export function create(bytes: Uint8Array): Face;
}
