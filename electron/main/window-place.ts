import type { WindowPlace } from './settings.ts';

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const smallest = { width: 1024, height: 680 };
const usual = { width: 1440, height: 900 };
/** So much of the window must lie on a screen that its title bar can be taken hold of. */
const graspable = 120;

/** Where the window opens: where it was, unless the screen it was on is gone or has shrunk. */
export function placeWindow(
  kept: WindowPlace | null,
  screens: readonly Area[],
  primary: Area,
): Area & { maximized: boolean } {
  if (kept && screens.some((screen) => overlaps(kept, screen))) {
    const width = Math.max(kept.width, smallest.width);
    return { ...kept, width, height: Math.max(kept.height, smallest.height) };
  }
  const width = Math.min(usual.width, primary.width);
  const height = Math.min(usual.height, primary.height);
  const x = primary.x + Math.round((primary.width - width) / 2);
  const y = primary.y + Math.round((primary.height - height) / 2);
  return { x, y, width, height, maximized: kept?.maximized ?? false };
}

function overlaps(window: Area, screen: Area): boolean {
  const wide = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const titleOnScreen = window.y >= screen.y && window.y < screen.y + screen.height - graspable;
  return wide >= graspable && titleOnScreen;
}
