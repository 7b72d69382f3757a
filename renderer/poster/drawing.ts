import type { PosterContent } from '../../shared/poster.ts';
import type { DrawAnswer, DrawOrder } from './message.ts';
import { codePicture, keptPicture } from './picture.ts';

type Result = Exclude<DrawAnswer, { failure: string }>;

/** One drawing thread and what was asked of it. */
export class Drawing {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, { resolve: (result: Result) => void; reject: (error: Error) => void }>();
  #last = 0;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<DrawAnswer>) => {
      const waiting = this.#waiting.get(data.order);
      this.#waiting.delete(data.order);
      if ('failure' in data) waiting?.reject(new Error(data.failure));
      else waiting?.resolve(data);
    };
    this.#worker.onerror = (event) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(event.message || 'the drawing thread fell'));
      this.#waiting.clear();
    };
  }

  /** The poster as pixels to show. */
  async show(content: PosterContent): Promise<ImageBitmap> {
    const result = await this.#ask(content, 'bitmap');
    if (!('bitmap' in result)) throw new Error('no pixels came');
    return result.bitmap;
  }

  /** The poster as a PNG file. */
  async png(content: PosterContent): Promise<Uint8Array<ArrayBuffer>> {
    const result = await this.#ask(content, 'png');
    if (!('png' in result)) throw new Error('no file came');
    return new Uint8Array(result.png);
  }

  close(): void {
    this.#worker.terminate();
  }

  async #ask(content: PosterContent, as: DrawOrder['as']): Promise<Result> {
    const [kept, code] = await Promise.all([
      keptPicture(content.image_url),
      content.code.kind === 'platform' ? codePicture(content.code.picture) : null,
    ]);
    // The product's picture stays for the next poster of it; the thread gets a copy of its own and ends it.
    const product = kept && (await createImageBitmap(kept));
    this.#last += 1;
    const order: DrawOrder = { order: this.#last, content, product, code, as };
    const result = new Promise<Result>((resolve, reject) => this.#waiting.set(order.order, { resolve, reject }));
    this.#worker.postMessage(
      order,
      [product, code].filter((picture) => picture !== null),
    );
    return result;
  }
}
