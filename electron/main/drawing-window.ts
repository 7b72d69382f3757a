import { constants, setPriority } from 'node:os';
import { BrowserWindow } from 'electron';
import log from 'electron-log/main';
import { drawingUrl } from './page-address.ts';
import { pagePreferences } from './window.ts';

/** One batch is often followed by another. */
const KEPT_MS = 30_000;

/** The window posters are drawn in: never shown, in a process of its own with less right to the processor. */
export class DrawingWindow {
  #window: BrowserWindow | null = null;
  #wanted = false;
  #closing: NodeJS.Timeout | undefined;

  wanted(wanted: boolean): void {
    this.#wanted = wanted;
    clearTimeout(this.#closing);
    if (wanted) this.#open();
    else if (this.#window) this.#closing = setTimeout(() => this.close(), KEPT_MS);
  }

  close(): void {
    clearTimeout(this.#closing);
    this.#window?.destroy();
    this.#window = null;
  }

  #open(): void {
    if (this.#window) return;
    const window = new BrowserWindow({
      show: false,
      skipTaskbar: true,
      width: 320,
      height: 200,
      webPreferences: { ...pagePreferences, backgroundThrottling: false },
    });
    this.#window = window;
    window.once('closed', () => {
      if (this.#window === window) this.#window = null;
    });
    window.webContents.once('did-finish-load', () => stepBack(window.webContents.getOSProcessId()));
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error(`the drawing window's process is gone: ${reason}`);
      this.close();
      // What it had taken is given to its successor.
      if (this.#wanted) this.#open();
    });
    void window.loadURL(drawingUrl);
  }
}

function stepBack(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    log.warn('posters are drawn at ordinary priority', error);
  }
}
