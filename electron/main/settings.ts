import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { z } from 'zod';
import { languages, themeModes } from '../../shared/bridge.ts';

const sealed = z.object({ kept: z.enum(['protected', 'unprotected']), data: z.string() });
export type Sealed = z.infer<typeof sealed>;

const institution = z.object({
  id: z.string(),
  name: z.string(),
  baseUrl: z.string().nullable(),
  /** AppID and secret; null when they are kept for the session only. */
  credentials: sealed.nullable(),
});
export type InstitutionRecord = z.infer<typeof institution>;

const windowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof windowPlace>;

const settings = z.object({
  theme: z.enum(themeModes).default('system'),
  language: z.enum(languages).default('zh-CN'),
  window: windowPlace.nullable().default(null),
  currentInstitution: z.string().default('demo'),
  institutions: z.array(institution).default([]),
  /** Signing secret of each institution's feed, by its id; one that is missing is kept for the session only. */
  feedSecrets: z.record(z.string(), sealed).default({}),
  /** Closing the window leaves the program in the tray. */
  keepRunning: z.boolean().default(false),
  /** Staff have been told so, the first time. */
  keepRunningTold: z.boolean().default(false),
});
export type SettingsValues = z.infer<typeof settings>;

/** The program's own settings, one small JSON file in the data folder. Business data never goes here. */
export class Settings {
  readonly #store: Store<SettingsValues>;
  #values: SettingsValues;

  constructor(folder: string) {
    const file = join(folder, 'settings.json');
    this.#store = openStore(folder, file);
    const read = settings.safeParse(this.#store.store);
    // Set aside, not thrown away: it names institutions whose data is still there.
    if (!read.success) copyFileSync(file, join(folder, 'settings.unreadable.json'));
    this.#values = read.success ? read.data : settings.parse({});
  }

  get values(): Readonly<SettingsValues> {
    return this.#values;
  }

  change(part: Partial<SettingsValues>): void {
    const next = { ...this.#values, ...part };
    this.#store.store = next;
    this.#values = next;
  }
}

function openStore(folder: string, file: string): Store<SettingsValues> {
  const open = () => new Store<SettingsValues>({ cwd: folder, name: 'settings' });
  try {
    return open();
  } catch (error) {
    if (!(error instanceof SyntaxError) || !existsSync(file)) throw error;
    renameSync(file, join(folder, 'settings.unreadable.json'));
    return open();
  }
}
