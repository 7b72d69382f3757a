import { existsSync } from 'node:fs';
import { app, BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, nativeTheme, shell } from 'electron';
import log from 'electron-log/main';
import { z } from 'zod';
import { type AppInfo, type BridgeFailure, type BridgeResult, languages, themeModes } from '../../shared/bridge.ts';
import type { Desk } from './desk.ts';
import { allowedExternal } from './external-address.ts';
import type { GrantedPaths } from './granted-paths.ts';
import type { Institutions } from './institutions.ts';
import { hasKeyStore } from './secret-box.ts';
import { isTrusted } from './sender.ts';
import type { Settings } from './settings.ts';

const shortText = z.string().trim().min(1).max(200);
const path = z.string().min(1).max(4_096);
const filters = z
  .array(z.object({ name: shortText, extensions: z.array(z.string().regex(/^\w{1,10}$/)).max(20) }))
  .max(20);
/** A name, not a path: the folder is the user's choice. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\\0]+$/);
const credentials = z.object({
  name: shortText,
  appId: z
    .string()
    .trim()
    .regex(/^wx[0-9a-z]{10,30}$/),
  secret: z.string().trim().min(8).max(128),
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
  keepUnprotected: z.boolean().optional(),
});

interface Parts {
  settings: Settings;
  institutions: Institutions;
  desk: Desk;
  granted: GrantedPaths;
  dataFolder: string;
  /** The program's own words outside the page follow the language. */
  relabel(): void;
}

const done: BridgeResult<null> = { ok: true, data: null };
const refused = (error: BridgeFailure): BridgeResult<never> => ({ ok: false, error });

/** Answers the page's questions to the program around it: sender first, then the input, then the work. */
export function serveBridge({ settings, institutions, desk, granted, dataFolder, relabel }: Parts): void {
  ipcMain.on('desk:connect', (event) => {
    if (isTrusted(event)) desk.connect(event.sender);
  });

  answer('desk:app-info', z.undefined(), (): AppInfo => {
    const institution = institutions.current();
    const { theme, language, keepRunning } = settings.values;
    const service = desk.state;
    return {
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      platform: process.platform,
      dataFolder,
      institution,
      institutions: institutions.list(),
      keyStore: hasKeyStore(),
      secretKept: institutions.secretKept(institution.id),
      theme,
      language,
      keepRunning,
      service,
      startupError: service.phase === 'failed' ? service.error : null,
    };
  });

  answer('desk:choose-folder', z.undefined(), async (_input, window) => {
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
    return filePaths[0] ? granted.grant(filePaths[0]) : null;
  });
  answer('desk:choose-file', filters, async (wanted, window) => {
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: wanted });
    return filePaths[0] ? granted.grant(filePaths[0]) : null;
  });
  answer('desk:save-file', fileName, async (name, window) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name });
    return canceled || !filePath ? null : granted.grant(filePath);
  });
  answer('desk:show-item', path, (wanted): BridgeResult<null> => {
    if (!granted.covers(wanted) || !existsSync(wanted))
      return refused({ code: 'path.refused', params: { path: wanted } });
    shell.showItemInFolder(wanted);
    return done;
  });
  answer('desk:open-external', z.string().max(2_048), async (url): Promise<BridgeResult<null>> => {
    const allowed = allowedExternal(url);
    if (!allowed) return refused({ code: 'address.refused', params: { url } });
    await shell.openExternal(allowed);
    return done;
  });

  answer('desk:set-credentials', credentials, async (entered) => {
    const data = institutions.setCredentials(entered);
    if (data.institutionId === institutions.current().id) await desk.open();
    return { ok: true, data };
  });
  answer('desk:switch-institution', shortText, async (id, window): Promise<BridgeResult<null>> => {
    if (!institutions.choose(id)) return refused({ code: 'institution.unknown', params: { id } });
    await desk.close();
    // Not awaited: the page comes up at once and shows the start's progress or failure itself.
    void desk.open();
    window.webContents.reload();
    return done;
  });
  answer('desk:set-theme', z.enum(themeModes), (theme) => {
    settings.change({ theme });
    nativeTheme.themeSource = theme;
    return done;
  });
  answer('desk:set-language', z.enum(languages), (language) => {
    settings.change({ language });
    relabel();
    return done;
  });
  answer('desk:set-keep-running', z.boolean(), (keepRunning) => {
    settings.change({ keepRunning });
    return done;
  });
  answer('desk:restart-service', z.undefined(), async () => {
    await desk.open();
    return done;
  });
}

function answer<Input>(
  channel: string,
  input: z.ZodType<Input>,
  work: (input: Input, window: BrowserWindow) => unknown,
): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, given: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!isTrusted(event) || !window) throw new Error(`${channel}: not from the program's own page`);
    const checked = input.safeParse(given);
    if (!checked.success) {
      const issues = checked.error.issues.map(({ path, code }) => `${path.join('.') || 'input'}: ${code}`);
      return refused({ code: 'input.invalid', params: { issues: issues.join('; ') } });
    }
    try {
      return await work(checked.data, window);
    } catch (error) {
      log.error(`${channel} failed`, error);
      const reason = error instanceof Error ? error.message : String(error);
      const code = (error as NodeJS.ErrnoException).code ? 'settings.unwritable' : 'service.internal';
      return refused({ code, params: { reason } });
    }
  });
}
