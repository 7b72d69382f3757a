import type { Fen } from './money.ts';

/** Looks of a poster: `clean` white with a large picture, `warm` in the picture's own colour, `price` with big digits first. */
export const POSTER_LOOKS = ['clean', 'warm', 'price'] as const;
export type PosterLook = (typeof POSTER_LOOKS)[number];

/** Sizes in pixels. */
export const POSTER_SIZES = {
  '3x4': { width: 1080, height: 1440 },
  '9x16': { width: 1080, height: 1920 },
  '1x1': { width: 1080, height: 1080 },
} as const;
export type PosterSize = keyof typeof POSTER_SIZES;

/** What is printed on a code: its dark modules row by row as '0' and '1', or the platform's own picture as a `data:` address. */
export type PosterCode =
  | { kind: 'link'; text: string; side: number; modules: string }
  | { kind: 'platform'; picture: string };

/** Everything a poster shows, as text that can be drawn; only the product's picture is fetched beside it. */
export interface PosterContent {
  look: PosterLook;
  size: PosterSize;
  title: string;
  price_fen: Fen | null;
  /** There are dearer variants: the price says 起. */
  price_from: boolean;
  benefits: string[];
  shop_name: string;
  promoter_name: string;
  image_url: string | null;
  code: PosterCode;
  /** Under the code. */
  call: string;
  /** Small print: since when the price holds, and where the present one stands. */
  note: string;
}
