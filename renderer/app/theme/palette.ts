export type Mode = 'light' | 'dark';

/** Every colour of the program. Own styles read them as `--ld-<name>`, the component library through its tokens. */
export interface Palette {
  canvas: string;
  surface: string;
  raised: string;
  rail: string;
  line: string;
  lineStrong: string;
  text: string;
  textSoft: string;
  textFaint: string;
  accent: string;
  /** Accent as a fill under white text. */
  accentFill: string;
  accentSoft: string;
  hover: string;
  selected: string;
  ok: string;
  okSoft: string;
  warn: string;
  warnSoft: string;
  bad: string;
  badSoft: string;
  info: string;
  infoSoft: string;
  quietSoft: string;
}

// Text colours keep 4.5:1 against the surface and the canvas of their mode.
export const PALETTES: Record<Mode, Palette> = {
  light: {
    canvas: '#f4f6f5',
    surface: '#ffffff',
    raised: '#ffffff',
    rail: '#e9edeb',
    line: '#e2e6e4',
    lineStrong: '#c6cecb',
    text: '#1b2321',
    textSoft: '#4a5652',
    textFaint: '#606c67',
    accent: '#0b6b61',
    accentFill: '#0b6b61',
    accentSoft: '#dff0ed',
    hover: '#f2f5f4',
    selected: '#e6f2f0',
    ok: '#1d6f3a',
    okSoft: '#e4f3e8',
    warn: '#8a5200',
    warnSoft: '#fcf1dc',
    bad: '#b3261e',
    badSoft: '#fbe9e7',
    info: '#2b5a96',
    infoSoft: '#e6eef8',
    quietSoft: '#eceff0',
  },
  dark: {
    canvas: '#121615',
    surface: '#191e1d',
    raised: '#202625',
    rail: '#0e1211',
    line: '#2a312f',
    lineStrong: '#404a47',
    text: '#e4e9e7',
    textSoft: '#b0bab6',
    textFaint: '#98a29e',
    accent: '#5cc0b0',
    accentFill: '#1c7f73',
    accentSoft: '#163430',
    hover: '#212827',
    selected: '#183430',
    ok: '#6cc78c',
    okSoft: '#183022',
    warn: '#e3aa55',
    warnSoft: '#35290f',
    bad: '#f4867b',
    badSoft: '#3b1d1a',
    info: '#86b1e6',
    infoSoft: '#1b2a3d',
    quietSoft: '#272e2c',
  },
};

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Makes the palette the document's: pop-ups are mounted outside the page's root and must see it too. */
export function applyPalette(mode: Mode): void {
  const { style, dataset } = document.documentElement;
  dataset.theme = mode;
  style.colorScheme = mode;
  for (const [name, colour] of Object.entries(PALETTES[mode])) style.setProperty(`--ld-${kebab(name)}`, colour);
}
