import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import log from 'electron-log/main';
import { isOwnPage, pageUrl, roomUrl } from './page-address.ts';
import type { Settings } from './settings.ts';
import { placeWindow, smallest } from './window-place.ts';

/** Behind the page until its first paint, so that a dark desk does not flash white. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#141414' : '#ffffff');
const keepAfterMs = 500;

/** Every page of the program lives under the same rules. */
export const pagePreferences: Electron.WebPreferences = {
  preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
};

/** Opens the page, in a room if one is given. */
export function openWindow(settings: Settings, room?: string): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { maximized, ...bounds } = placeWindow(settings.values.window, screens, screen.getPrimaryDisplay().workArea);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: Math.min(smallest.width, bounds.width),
    minHeight: Math.min(smallest.height, bounds.height),
    show: false,
    backgroundColor: background(),
    autoHideMenuBar: true,
    webPreferences: pagePreferences,
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  const follow = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error(`the page's process is gone: ${reason}`);
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.reload();
  });
  // about:blank is entered without asking (see security.ts); an empty page helps nobody.
  window.webContents.on('did-navigate', (_event, url) => {
    if (!isOwnPage(url)) void window.loadURL(pageUrl);
  });
  keepPlace(window, settings);
  void window.loadURL(room ? roomUrl(room) : pageUrl);
  return window;
}

function keepPlace(window: BrowserWindow, settings: Settings): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = () => {
    clearTimeout(timer);
    try {
      settings.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
    } catch (error) {
      // A full disk must not keep a window from being moved.
      log.warn('the window place was not kept', error);
    }
  };
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, keepAfterMs);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', keep);
}
