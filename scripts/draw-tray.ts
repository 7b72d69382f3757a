import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './runtime/root.ts';

/**
 * Draws `resources/tray`, by hand when a picture changes: `node scripts/draw-tray.ts`, with rsvg-convert at hand. Two
 * rings that hold each other, and a badge for the state. On macOS the system colours a template's shape; elsewhere the
 * colours have to stand out from light and dark panels alike.
 */
const GREEN = '#12a06a';
const GREY = '#8a8f8d';

interface Picture {
  rings: string;
  badge: { fill: string; sign: string } | null;
}

const pictures: Record<string, Picture> = {
  idle: { rings: GREEN, badge: null },
  running: { rings: GREEN, badge: { fill: '#2f7df6', sign: 'M11.5 8.6v4.6M9.6 11.6l1.9 1.9 1.9-1.9' } },
  paused: { rings: GREY, badge: { fill: GREY, sign: 'M10.3 9.3v4.4M12.7 9.3v4.4' } },
  attention: { rings: GREEN, badge: { fill: '#e5484d', sign: 'M11.5 8.7v3.1M11.5 13.7v.6' } },
};

/** 16 units wide. The badge stands clear of the rings, and in a template its sign is a hole. */
function svg({ rings, badge }: Picture, template: boolean, size: number): string {
  const colour = (chosen: string) => (template ? '#000' : chosen);
  const sign = (stroke: string) =>
    badge && `<path d="${badge.sign}" fill="none" stroke="${stroke}" stroke-width="1.4" stroke-linecap="round"/>`;
  const disc = (radius: number, fill: string) => `<circle cx="11.5" cy="11.5" r="${radius}" fill="${fill}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 16 16">
    <mask id="clear"><rect width="16" height="16" fill="#fff"/>${badge ? disc(5.3, '#000') : ''}</mask>
    <mask id="hole"><rect width="16" height="16" fill="#fff"/>${sign('#000') ?? ''}</mask>
    <g mask="url(#clear)" fill="none" stroke="${colour(rings)}" stroke-width="1.9">
      <circle cx="5.6" cy="${badge ? 6.2 : 8}" r="4.1"/><circle cx="10.4" cy="${badge ? 6.2 : 8}" r="4.1"/>
    </g>
    ${badge ? `<g mask="url(#hole)">${disc(4.4, colour(badge.fill))}</g>` : ''}
    ${badge && !template ? sign('#fff') : ''}
  </svg>`;
}

const folder = join(root, 'resources', 'tray');
mkdirSync(folder, { recursive: true });
for (const [name, picture] of Object.entries(pictures))
  for (const template of [false, true])
    for (const size of [16, 32]) {
      const file = join(folder, `${name}${template ? 'Template' : ''}${size === 32 ? '@2x' : ''}.png`);
      const { status, stderr } = spawnSync('rsvg-convert', ['-o', file], { input: svg(picture, template, size) });
      if (status !== 0) throw new Error(`${file}: ${stderr}`);
    }
