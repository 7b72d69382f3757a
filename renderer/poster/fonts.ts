import type { Font } from './wrap.ts';

/** The bundled face under a name of its own, so that a system's face of the same name never takes its place. */
const FAMILY = 'League Desk Sans';

/** The canvas' name of a font; pictographs come from the machine's own face where it has one. */
export function faceOf({ size, weight }: Font): string {
  return `${weight} ${size}px "${FAMILY}", "Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji", sans-serif`;
}

const FACES = [
  { weight: '400', file: '/fonts/NotoSansSC_400Regular.ttf' },
  { weight: '600', file: '/fonts/NotoSansSC_600SemiBold.ttf' },
] as const;

/** Both weights, loaded before the first width is asked for. Throws when a face cannot be read. */
export async function loadFonts(fonts: FontFaceSet): Promise<void> {
  await Promise.all(
    FACES.map(async ({ weight, file }) => {
      const face = new FontFace(FAMILY, `url(${file})`, { weight });
      fonts.add(await face.load());
    }),
  );
}
