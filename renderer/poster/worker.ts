import { POSTER_SIZES } from '../../shared/poster.ts';
import { drawPoster, type Ground, measureWith } from './draw.ts';
import { drawable, drawableCharacters } from './emoji.ts';
import { loadFonts } from './fonts.ts';
import type { DrawAnswer, DrawOrder } from './message.ts';

/** A thread that draws posters, one after the other, and packs them as PNG. */
const scope = self as unknown as {
  fonts: FontFaceSet;
  onmessage: ((event: MessageEvent<DrawOrder>) => void) | null;
  postMessage(answer: DrawAnswer, transfer: Transferable[]): void;
};

const fonts = loadFonts(scope.fonts).then(drawableCharacters);
const canvases = new Map<
  string,
  { canvas: OffscreenCanvas; context: Ground; measure: ReturnType<typeof measureWith> }
>();

// One after the other: all posters of a size are drawn on one canvas, and none may be drawn over before it is packed.
let last: Promise<void> = Promise.resolve();
scope.onmessage = ({ data }) => {
  last = last.then(() => answer(data));
};

async function answer(wanted: DrawOrder): Promise<void> {
  const { order, as } = wanted;
  try {
    const canvas = await draw(wanted);
    if (as === 'bitmap') {
      const bitmap = canvas.transferToImageBitmap();
      scope.postMessage({ order, bitmap }, [bitmap]);
    } else {
      const png = await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
      scope.postMessage({ order, png }, [png]);
    }
  } catch (error) {
    scope.postMessage({ order, failure: error instanceof Error ? error.message : String(error) }, []);
  } finally {
    wanted.product?.close();
    wanted.code?.close();
  }
}

async function draw({ content, product, code }: DrawOrder): Promise<OffscreenCanvas> {
  const canDraw = await fonts;
  const { canvas, context, measure } = canvasOf(content.size);
  drawPoster(context, drawable(content, canDraw), { product, code }, measure);
  return canvas;
}

/** Kept in memory the processor reads: the pixels are packed there, never shown from here. */
function canvasOf(size: keyof typeof POSTER_SIZES) {
  let kept = canvases.get(size);
  if (!kept) {
    const { width, height } = POSTER_SIZES[size];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })!;
    kept = { canvas, context, measure: measureWith(context) };
    canvases.set(size, kept);
  }
  return kept;
}
