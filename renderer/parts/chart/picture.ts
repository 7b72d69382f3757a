import { FONT } from '../../app/theme/tokens.ts';
import type { ChartColours } from './colours.ts';
import type { Engine } from './engine.ts';

const SCALE = 2;
const MARGIN = 20;

/** The chart as a PNG file with its title above and what it was asked for below, so that it can stand alone. */
export async function pictureOf(engine: Engine, title: string, note: string, colours: ChartColours): Promise<Blob> {
  const drawn = await imageOf(
    engine.getDataURL({
      type: 'png',
      pixelRatio: SCALE,
      backgroundColor: colours.surface,
      excludeComponents: ['dataZoom', 'tooltip'],
    }),
  );
  const canvas = document.createElement('canvas');
  canvas.width = drawn.width + 2 * MARGIN * SCALE;
  canvas.height = drawn.height + (2 * MARGIN + 54) * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawn, MARGIN * SCALE, (MARGIN + 32) * SCALE);
  pen.textBaseline = 'middle';
  const room = drawn.width;
  pen.fillStyle = colours.text;
  pen.font = `600 ${16 * SCALE}px ${FONT}`;
  pen.fillText(title, MARGIN * SCALE, (MARGIN + 8) * SCALE, room);
  pen.fillStyle = colours['text-faint'];
  pen.font = `${12 * SCALE}px ${FONT}`;
  pen.fillText(note, MARGIN * SCALE, canvas.height - MARGIN * SCALE, room);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

function imageOf(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('no picture'));
    image.src = address;
  });
}

/** Hands a file to the program, which asks staff where to put it; the page itself never writes. */
export function offerFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(name);
  link.click();
  // The download has its own hold on the data by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Without what no file system takes, nor a name that begins or ends badly. */
export function fileName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+(?=\.\w+$)/g, '');
  return plain || 'chart.png';
}
