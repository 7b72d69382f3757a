import { AxeBuilder } from '@axe-core/playwright';
import { settled } from './desk-page.ts';
import { type LaunchedDesk, screenshot } from './electron.ts';
import { resize } from './room-pictures.ts';

const GRAVE = ['serious', 'critical'];
/** All a theme changes; every other rule is asked in the light one. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const SIZES = { '': [1280, 800], '-wide': [1920, 1080] } as const;

/**
 * Pictures of what is on screen, open dialogs and all, in both themes, pages at two sizes:
 * `NAME-light.png`, `NAME-wide-dark.png` and so on. Gives what axe calls serious in either theme.
 */
export async function looksOf({ app, page }: LaunchedDesk, name: string): Promise<string[]> {
  const grave: string[] = [];
  const dialog = (await page.getByRole('dialog').count()) > 0;
  // A dialog is as large on a large screen.
  const sizes = dialog ? { '': SIZES[''] } : SIZES;
  for (const theme of ['light', 'dark'] as const) {
    // The button in the top bar may lie under a dialog.
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    await page.waitForFunction((dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark, theme === 'dark');
    for (const [suffix, [width, height]] of Object.entries(sizes)) {
      await resize(app, page, width, height);
      await settled(page);
      await screenshot(page, `${name}${suffix}-${theme}`);
    }
    await resize(app, page, ...SIZES['']);
    // Only what passed is not described, which takes longer than the rules.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({
      resultTypes: ['violations'],
      ...(theme === 'dark' ? { runOnly: OF_COLOURS } : {}),
    });
    // The page below has its own look, and what is covered takes axe longest.
    const { violations } = await (dialog ? axe.include('[role=dialog]') : axe).analyze();
    for (const { id, impact, nodes } of violations)
      for (const { html, failureSummary } of nodes)
        if (GRAVE.includes(impact ?? ''))
          grave.push(
            `${name} (${theme}): ${id} ${html.slice(0, 200)} | ${failureSummary?.replace(/\s+/g, ' ').slice(0, 300)}`,
          );
  }
  return grave;
}
