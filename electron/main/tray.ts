import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import log from 'electron-log/main';
import type { TrayAction, TrayIcon, TrayItem, TrayView } from './tray-view.ts';

/** The icon beside the system's clock, where the system has such a place. */
export class DeskTray {
  readonly #act: (action: TrayAction) => void;
  #tray: Tray | null = null;
  #shown = '';

  constructor(act: (action: TrayAction) => void) {
    this.#act = act;
  }

  /** False where there is none: a program without window would then be out of reach. */
  get present(): boolean {
    return this.#tray !== null;
  }

  show(view: TrayView): void {
    const text = JSON.stringify(view);
    if (text === this.#shown) return;
    this.#shown = text;
    try {
      this.#tray ??= this.#create(view.icon);
      this.#tray.setImage(picture(view.icon));
      this.#tray.setToolTip(view.tooltip);
      this.#tray.setContextMenu(Menu.buildFromTemplate(this.#template(view.groups)));
    } catch (error) {
      log.warn('there is no tray', error);
    }
  }

  #create(icon: TrayIcon): Tray {
    const tray = new Tray(picture(icon));
    // On macOS a click opens the menu.
    if (process.platform !== 'darwin') tray.on('click', () => this.#act('open'));
    return tray;
  }

  #template(groups: readonly TrayItem[][]): MenuItemConstructorOptions[] {
    return groups.flatMap((group, index) => [
      ...(index === 0 ? [] : [{ type: 'separator' as const }]),
      ...group.map(({ label, action, enabled }) => ({
        label,
        enabled,
        ...(action === null ? {} : { id: action, click: () => this.#act(action) }),
      })),
    ]);
  }
}

function picture(icon: TrayIcon) {
  // The system finds the `@2x` of a dense screen beside it, and colours a `Template` itself.
  const name = process.platform === 'darwin' ? `${icon}Template.png` : `${icon}.png`;
  return nativeImage.createFromPath(join(import.meta.dirname, '..', '..', 'resources', 'tray', name));
}
