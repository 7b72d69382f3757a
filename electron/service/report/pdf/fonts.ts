import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Weight = 'regular' | 'bold';

const FILES: Record<Weight, { folder: string; file: string }> = {
  regular: { folder: '400Regular', file: 'NotoSansSC_400Regular.ttf' },
  bold: { folder: '600SemiBold', file: 'NotoSansSC_600SemiBold.ttf' },
};

/** The whole font, ten megabytes. In the built program it lies beside the bundle, in the checkout in its package. */
export function fontBytes(weight: Weight): Buffer {
  const { folder, file } = FILES[weight];
  if (!import.meta.url.endsWith('.ts')) return readFileSync(new URL(`./fonts/${file}`, import.meta.url));
  return readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${folder}/${file}`));
}
