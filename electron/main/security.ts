import { app, type Session, session, type WebContents } from 'electron';
import log from 'electron-log/main';
import { isOwnPage } from './page-address.ts';

/** The one thing the page may ask Chromium for: putting text on the clipboard, when staff click a number to copy it. */
const allowedPermission = 'clipboard-sanitized-write';

/** Holds for every page the program will ever make. Must run before Electron is ready. */
export function lockDown(): void {
  // Electron's own switch would undo `--no-sandbox`, without which Chromium refuses to run as root (containers, CI).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => confine(contents));
  app.on('session-created', restrict);
}

function confine(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    // The page changes its rooms in the address' hash, which is no navigation; a reload comes back to our own page.
    if (event.isMainFrame && isOwnPage(event.url)) return;
    log.warn(`refused to navigate to ${event.url}`);
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log.warn(`refused to open a window for ${url}`);
    return { action: 'deny' };
  });
}

function restrict(target: Session): void {
  target.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === allowedPermission && isOwnPage(contents.getURL())),
  );
  target.setPermissionCheckHandler(
    (_contents, permission, origin) => (permission as string) === allowedPermission && isOwnPage(origin),
  );
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  target.setBluetoothPairingHandler?.((_details, answer) => answer({ confirmed: false }));
  // Files the page made itself may be saved; nothing is fetched from elsewhere.
  target.on('will-download', (event, item) => {
    if (!/^(blob|data):/.test(item.getURL())) event.preventDefault();
  });
}

/** The default session exists before `session-created` can be heard. */
export function restrictDefaultSession(): void {
  restrict(session.defaultSession);
}
