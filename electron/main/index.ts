import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, net, powerMonitor } from 'electron';
import { Background } from './background.ts';
import { serveBridge } from './bridge.ts';
import { Desk } from './desk.ts';
import { DrawingWindow } from './drawing-window.ts';
import { fetchPicture } from './fetch-picture.ts';
import { GrantedPaths } from './granted-paths.ts';
import { Institutions } from './institutions.ts';
import { readLaunchOptions } from './launch-options.ts';
import { startLog } from './log.ts';
import { setMenu } from './menu.ts';
import { roomUrl } from './page-address.ts';
import { registerPageScheme, servePage } from './page-protocol.ts';
import { PictureCache } from './picture-cache.ts';
import { lockDown, restrictDefaultSession } from './security.ts';
import { Settings } from './settings.ts';
import { openWindow } from './window.ts';

const options = readLaunchOptions(process.argv, process.env);
if (options.dataFolder) app.setPath('userData', resolve(options.dataFolder));
const dataFolder = app.getPath('userData');

if (!isWritable(dataFolder)) {
  giveUp('store.readonly', `${dataFolder} cannot be written to. 数据文件夹不可写，请换一个文件夹或修改其权限。`);
} else if (!app.requestSingleInstanceLock()) {
  // The lock lies in the data folder, so each folder has one program; the first one shows itself (below).
  console.error(`store.locked: League Desk is already open on ${dataFolder}; its window comes to the front`);
  app.exit(0);
} else {
  run();
}

function run(): void {
  startLog(dataFolder);
  registerPageScheme();
  lockDown();

  const settings = new Settings(dataFolder);
  const institutions = new Institutions(settings, dataFolder);
  const desk = new Desk(settings, institutions, options);
  const granted = new GrantedPaths();
  granted.grant(dataFolder);
  nativeTheme.themeSource = settings.values.theme;
  const drawing = new DrawingWindow();
  desk.drawIn(drawing);
  let window: BrowserWindow | null = null;

  let background: Background | null = null;

  const open = (room?: string) => {
    const opened = openWindow(settings, room);
    opened.on('closed', () => {
      if (window === opened) window = null;
      // A window nobody sees must not keep the program open.
      if (!background?.outlivesWindow()) drawing.close();
    });
    return opened;
  };
  const show = (room?: string) => {
    if (!window) {
      window = open(room);
      return;
    }
    // Only the hash differs, so the page stays as it is and changes its room.
    if (room) void window.loadURL(roomUrl(room));
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };

  app.on('second-instance', () => show());
  app.on('activate', () => {
    if (!window) show();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' && !background?.outlivesWindow()) app.quit();
  });
  let closing = false;
  app.on('will-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    // Not within this event, where Electron takes the second quit for the first and forgets both.
    void desk.close().finally(() => setImmediate(() => app.quit()));
  });

  void app.whenReady().then(() => {
    restrictDefaultSession();
    const pictures = new PictureCache(join(dataFolder, 'pictures'), fetchPicture);
    servePage(join(import.meta.dirname, '..', 'renderer'), join(import.meta.dirname, 'fonts'), pictures);
    const mayFetchAhead = () => net.isOnline() && !powerMonitor.isOnBatteryPower();
    desk.onPictures((addresses) => void pictures.prefetch(addresses, mayFetchAhead));
    if (options.background)
      background = new Background({
        settings,
        institutions,
        desk,
        showWindow: show,
        windowFocused: () => window?.isFocused() ?? false,
      });
    const relabel = () => {
      setMenu(settings.values.language);
      background?.refresh();
    };
    serveBridge({ settings, institutions, desk, granted, dataFolder, relabel });
    relabel();
    // The service starts while the window draws its first picture.
    void desk.open();
    show();
  });
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Before there can be a window: a line for whoever started the program from a terminal, a box for everyone else. (On
 * Linux there can be no box yet, and the text goes to the terminal once more.)
 */
function giveUp(code: string, message: string): void {
  console.error(`${code}: ${message}`);
  dialog.showErrorBox('League Desk', message);
  app.exit(1);
}
