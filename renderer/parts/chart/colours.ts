import { useSyncExternalStore } from 'react';

const NAMES = [
  'surface',
  'raised',
  'line',
  'line-strong',
  'text',
  'text-soft',
  'text-faint',
  'accent',
  'accent-soft',
  'ok',
  'warn',
  'bad',
  'info',
] as const;
export type ChartColours = Record<(typeof NAMES)[number], string>;

// A canvas knows no CSS variables: their values are read once for each theme.
const read = new Map<string, ChartColours>();

function coloursNow(): ChartColours {
  const { documentElement } = document;
  const theme = documentElement.dataset.theme ?? '';
  let colours = read.get(theme);
  if (!colours) {
    const style = getComputedStyle(documentElement);
    colours = Object.fromEntries(
      NAMES.map((name) => [name, style.getPropertyValue(`--ld-${name}`).trim()]),
    ) as ChartColours;
    read.set(theme, colours);
  }
  return colours;
}

function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** The theme's colours for drawing; the same object until the theme changes. */
export function useChartColours(): ChartColours {
  return useSyncExternalStore(watchTheme, coloursNow);
}
