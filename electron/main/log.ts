import { join } from 'node:path';
import { app } from 'electron';
import log from 'electron-log/main';
import { redact } from './redact.ts';

/** The program's log, in the data folder, without anything secret in it. */
export function startLog(dataFolder: string): void {
  log.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'main.log');
  log.transports.file.maxSize = 5 * 1024 * 1024;
  log.transports.console.level = app.isPackaged ? false : 'warn';
  log.hooks.push((message) => ({ ...message, data: message.data.map(redact) }));
  log.errorHandler.startCatching({ showDialog: false });
  log.info(
    `League Desk ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform} ${process.arch}`,
  );
}
