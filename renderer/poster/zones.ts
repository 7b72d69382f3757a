import type { PosterLook, PosterSize } from '../../shared/poster.ts';

/** Pixels of the poster. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Align = 'start' | 'middle';

/** Where the things of a poster stand: fixed places, so that no content can push another out. */
export interface Zones {
  /** Filled with the accent from edge to edge. */
  band: Box | null;
  /** A white panel under code and promoter. */
  card: Box | null;
  /** Width of the white frame around the picture. */
  frame: number;
  picture: Box;
  radius: number;
  /** Title, benefits and price below one another; those with a place of their own are left out of it. */
  stack: { box: Box; align: Align; title: readonly number[]; lines: number; price: number };
  price: Box | null;
  benefits: { box: Box; direction: 'row' | 'column' } | null;
  promoter: { box: Box; standing: boolean };
  code: Box;
  call: { box: Box; size: number; align: Align };
  note: { box: Box; lines: number };
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

const clean: Record<PosterSize, Zones> = {
  '3x4': {
    band: null,
    card: null,
    frame: 0,
    picture: box(72, 72, 936, 880),
    radius: 20,
    stack: { box: box(72, 988, 596, 266), align: 'start', title: [44, 40, 36], lines: 2, price: 92 },
    price: null,
    benefits: null,
    promoter: { box: box(72, 1282, 596, 68), standing: false },
    code: box(708, 988, 300, 300),
    call: { box: box(708, 1304, 300, 40), size: 28, align: 'middle' },
    note: { box: box(72, 1380, 936, 30), lines: 1 },
  },
  '9x16': {
    band: null,
    card: null,
    frame: 0,
    picture: box(72, 184, 936, 936),
    radius: 24,
    stack: { box: box(72, 1148, 936, 352), align: 'start', title: [56, 50, 44], lines: 2, price: 124 },
    price: null,
    benefits: null,
    promoter: { box: box(72, 72, 936, 80), standing: false },
    code: box(72, 1528, 320, 320),
    call: { box: box(436, 1600, 572, 60), size: 44, align: 'start' },
    note: { box: box(436, 1690, 572, 80), lines: 2 },
  },
  '1x1': {
    band: null,
    card: null,
    frame: 0,
    picture: box(56, 56, 640, 640),
    radius: 20,
    stack: { box: box(56, 728, 968, 240), align: 'start', title: [48, 42, 38], lines: 2, price: 104 },
    price: null,
    benefits: { box: box(736, 420, 288, 170), direction: 'column' },
    promoter: { box: box(736, 624, 288, 72), standing: false },
    code: box(736, 56, 288, 288),
    call: { box: box(736, 356, 288, 38), size: 27, align: 'middle' },
    note: { box: box(56, 996, 968, 30), lines: 1 },
  },
};

const warm: Record<PosterSize, Zones> = {
  '3x4': {
    band: null,
    card: box(48, 1072, 984, 312),
    frame: 14,
    picture: box(212, 62, 656, 656),
    radius: 32,
    stack: { box: box(72, 750, 936, 304), align: 'middle', title: [44, 40, 36], lines: 2, price: 92 },
    price: null,
    benefits: null,
    promoter: { box: box(92, 1112, 560, 76), standing: false },
    code: box(716, 1088, 280, 280),
    call: { box: box(92, 1216, 560, 52), size: 38, align: 'start' },
    note: { box: box(92, 1298, 560, 60), lines: 2 },
  },
  '9x16': {
    band: null,
    card: box(48, 1484, 984, 372),
    frame: 16,
    picture: box(84, 100, 912, 912),
    radius: 40,
    stack: { box: box(72, 1068, 936, 376), align: 'middle', title: [58, 52, 46], lines: 2, price: 132 },
    price: null,
    benefits: null,
    promoter: { box: box(96, 1532, 520, 84), standing: false },
    code: box(672, 1506, 328, 328),
    call: { box: box(96, 1654, 520, 56), size: 42, align: 'start' },
    note: { box: box(96, 1748, 520, 66), lines: 2 },
  },
  '1x1': {
    band: null,
    card: box(48, 676, 984, 352),
    frame: 12,
    picture: box(68, 60, 564, 564),
    radius: 32,
    stack: { box: box(680, 60, 344, 564), align: 'start', title: [46, 42, 38], lines: 5, price: 84 },
    price: null,
    benefits: null,
    promoter: { box: box(96, 716, 560, 80), standing: false },
    code: box(700, 700, 304, 304),
    call: { box: box(96, 834, 560, 54), size: 40, align: 'start' },
    note: { box: box(96, 920, 560, 66), lines: 2 },
  },
};

const price: Record<PosterSize, Zones> = {
  '3x4': {
    band: box(0, 0, 1080, 336),
    card: null,
    frame: 0,
    picture: box(64, 384, 648, 648),
    radius: 20,
    stack: { box: box(64, 1076, 952, 232), align: 'start', title: [60, 54, 48], lines: 3, price: 0 },
    price: box(64, 48, 952, 164),
    benefits: { box: box(64, 232, 952, 72), direction: 'row' },
    promoter: { box: box(752, 756, 264, 276), standing: true },
    code: box(752, 384, 264, 264),
    call: { box: box(744, 662, 280, 36), size: 26, align: 'middle' },
    note: { box: box(64, 1356, 952, 30), lines: 1 },
  },
  '9x16': {
    band: box(0, 0, 1080, 436),
    card: null,
    frame: 0,
    picture: box(64, 484, 952, 900),
    radius: 24,
    stack: { box: box(64, 1424, 608, 232), align: 'start', title: [52, 46, 42], lines: 3, price: 0 },
    price: box(64, 88, 952, 200),
    benefits: { box: box(64, 320, 952, 80), direction: 'row' },
    promoter: { box: box(64, 1690, 608, 80), standing: false },
    code: box(712, 1430, 304, 304),
    call: { box: box(704, 1752, 320, 40), size: 28, align: 'middle' },
    note: { box: box(64, 1812, 952, 30), lines: 1 },
  },
  '1x1': {
    band: box(0, 0, 1080, 262),
    card: null,
    frame: 0,
    picture: box(56, 306, 520, 520),
    radius: 20,
    stack: { box: box(56, 856, 968, 124), align: 'start', title: [48, 42, 38], lines: 2, price: 0 },
    price: box(56, 36, 968, 128),
    benefits: { box: box(56, 178, 968, 60), direction: 'row' },
    promoter: { box: box(632, 738, 392, 76), standing: false },
    code: box(672, 306, 320, 320),
    call: { box: box(632, 644, 400, 42), size: 30, align: 'middle' },
    note: { box: box(56, 1008, 968, 30), lines: 1 },
  },
};

export const ZONES: Record<PosterLook, Record<PosterSize, Zones>> = { clean, warm, price };
