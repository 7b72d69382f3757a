import { app, Notification, net, powerMonitor } from 'electron';
import log from 'electron-log/main';
import type { BackgroundNews } from '../../shared/background-link.ts';
import type { ServiceState } from '../../shared/bridge.ts';
import type { Desk } from './desk.ts';
import type { Institutions } from './institutions.ts';
import { watchMachine } from './machine.ts';
import { type Matter, type Notice, Notices } from './notices.ts';
import type { Settings } from './settings.ts';
import { DeskTray } from './tray.ts';
import { pauseEnd, type TrayAction, trayView } from './tray-view.ts';
import { trayWords } from './tray-words.ts';

interface Parts {
  settings: Settings;
  institutions: Institutions;
  desk: Desk;
  /** Brings the window up, in a room if one is given. */
  showWindow(room?: string): void;
  /** Staff are looking at it. */
  windowFocused(): boolean;
}

/** Where everything that needs a person is shown and can be tried again. */
const ROOM = 'sync';

/** The program beside its window: tray, notifications, and what the service has to know of the machine. */
export class Background {
  readonly #parts: Parts;
  readonly #tray = new DeskTray((action) => this.#act(action));
  readonly #notices = new Notices((notice) => this.#notify(notice));
  /** A notification nobody holds is collected, and its click with it. */
  readonly #shown = new Set<Notification>();
  readonly #machine: ReturnType<typeof watchMachine>;
  #news: BackgroundNews | null = null;
  #service: ServiceState;

  /** Electron has to be ready, and the desk not yet open. */
  constructor(parts: Parts) {
    this.#parts = parts;
    this.#service = parts.desk.state;
    this.#machine = watchMachine({
      power: powerMonitor,
      isOnline: () => net.isOnline(),
      every: (milliseconds, run) => setInterval(run, milliseconds),
      tell: (news) => parts.desk.order({ type: 'machine', news }),
    });
    parts.desk.observe({
      serviceState: (state) => this.#hearState(state),
      background: (news) => this.#hearNews(news),
    });
    this.refresh();
  }

  /** After the language or an institution's name has changed. */
  refresh(): void {
    const { settings, institutions } = this.#parts;
    const { language } = settings.values;
    const institution = institutions.current().name;
    const now = Math.floor(Date.now() / 1000);
    this.#tray.show(trayView({ institution, service: this.#service, news: this.#news, language, now }));
  }

  /** Whether the program stays without a window; says so the first time. */
  outlivesWindow(): boolean {
    const { settings } = this.#parts;
    if (!settings.values.keepRunning || !this.#tray.present) return false;
    if (!settings.values.keepRunningTold) {
      const word = trayWords[settings.values.language];
      this.#notify({ title: word.stays, body: word.staysNext });
      try {
        settings.change({ keepRunningTold: true });
      } catch (error) {
        // A full disk costs staff no more than hearing it again.
        log.warn('not kept that staff know', error);
      }
    }
    return true;
  }

  #hearState(state: ServiceState): void {
    this.#service = state;
    if (state.phase === 'ready') this.#parts.desk.order({ type: 'machine', news: this.#machine.state() });
    else if (state.phase === 'starting') this.#news = null;
    else if (state.phase === 'failed') this.#tell([{ ...state.error, since: 0 }]);
    this.refresh();
  }

  #hearNews(news: BackgroundNews): void {
    this.#news = news;
    this.#tell(news.state.attention);
    this.refresh();
  }

  #tell(matters: readonly Matter[]): void {
    const { settings, institutions, windowFocused } = this.#parts;
    const { language } = settings.values;
    this.#notices.hear(institutions.current(), matters, { language, watched: windowFocused() });
  }

  #notify({ title, body }: Notice): void {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    this.#shown.add(notification);
    const forget = () => this.#shown.delete(notification);
    notification.once('click', () => {
      forget();
      this.#parts.showWindow(ROOM);
    });
    notification.once('close', forget);
    notification.show();
  }

  #act(action: TrayAction): void {
    const { desk, showWindow } = this.#parts;
    if (action === 'open') showWindow();
    else if (action === 'look') showWindow(ROOM);
    else if (action === 'sync') desk.order({ type: 'sync' });
    else if (action === 'resume') desk.order({ type: 'pause', until: null });
    else if (action === 'quit') app.quit();
    else desk.order({ type: 'pause', until: pauseEnd(action, Math.floor(Date.now() / 1000)) });
  }
}
