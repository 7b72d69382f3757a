import type { PosterContent } from '../../shared/poster.ts';

/** What a drawing worker is asked for; pictures come decoded, because a worker cannot decode every kind. */
export interface DrawOrder {
  order: number;
  content: PosterContent;
  product: ImageBitmap | null;
  code: ImageBitmap | null;
  /** Pixels to show, or a file to keep. */
  as: 'bitmap' | 'png';
}

export type DrawAnswer =
  | { order: number; bitmap: ImageBitmap }
  | { order: number; png: ArrayBuffer }
  | { order: number; failure: string };
