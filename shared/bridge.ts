import type { ErrorCode } from './contract/error-code.ts';
import type { ErrorParams } from './contract/result.ts';

/**
 * What the page may ask of the program around it, as `window.leagueDesk`. Everything about the institution's business
 * goes over the service's port instead. That port comes as a window message, `event.data === portMessage` with the
 * port in `event.ports[0]`: once after the page has loaded, and again after each restart of the service. Listen for it
 * while the page's first script runs, not later.
 */
export interface LeagueDesk {
  getAppInfo(): Promise<AppInfo>;

  /** Dialogs give the chosen path, or null when they were dismissed. */
  chooseFolder(): Promise<string | null>;
  chooseFile(filters: FileFilter[]): Promise<string | null>;
  saveFile(name: string): Promise<string | null>;
  /** Shows a file in the system's file manager: one a dialog gave, or one below a folder it gave or the data folder. */
  showItem(path: string): Promise<BridgeResult<null>>;
  /** Opens the platform's own pages in the system's browser; any other address is refused. */
  openExternal(url: string): Promise<BridgeResult<null>>;

  /** Adds an institution, or renews the AppID and secret of the one that has this AppID. */
  setCredentials(credentials: Credentials): Promise<BridgeResult<{ institutionId: string; secretKept: SecretKept }>>;
  /** Ends the service of the present institution and starts that of another; the page is loaded anew. */
  switchInstitution(id: string): Promise<BridgeResult<null>>;
  setTheme(mode: ThemeMode): Promise<BridgeResult<null>>;
  setLanguage(language: Language): Promise<BridgeResult<null>>;
  /** Whether closing the window leaves the program in the tray, syncing; on macOS it stays open anyway. */
  setKeepRunning(keep: boolean): Promise<BridgeResult<null>>;

  /** Starts the service again after `failed`, for when the cause has been put right. */
  restartService(): Promise<BridgeResult<null>>;
  /** Calls back with every change. Gives the way to stop listening. */
  onServiceState(listener: (state: ServiceState) => void): () => void;
}

/** What the program around the page can refuse or fail at, beside the codes of the service. */
export const bridgeErrorCodes = [
  'address.refused',
  'path.refused',
  'institution.unknown',
  'settings.unwritable',
  'sandbox.failed',
  'service.crashed',
] as const;

export interface BridgeFailure {
  code: ErrorCode | (typeof bridgeErrorCodes)[number];
  params: ErrorParams;
}

export type BridgeResult<T> = { ok: true; data: T } | { ok: false; error: BridgeFailure };

export const portMessage = 'league-desk:port';

export const themeModes = ['system', 'light', 'dark'] as const;
export type ThemeMode = (typeof themeModes)[number];

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export interface FileFilter {
  name: string;
  /** Without dots. */
  extensions: string[];
}

export interface Institution {
  id: string;
  name: string;
  /** Its platform is the sandbox: 演示数据. */
  demo: boolean;
  /** Null while its credentials have to be entered (again). */
  appId: string | null;
}

export interface Credentials {
  name: string;
  appId: string;
  secret: string;
  /** Only for institutions that reach the platform through an address of their own. */
  baseUrl?: string | undefined;
  /** Where the system has no key store: keep the secret on disk without real protection. Never done unasked. */
  keepUnprotected?: boolean | undefined;
}

/**
 * `protected`: on disk, encrypted with the system's key store. `session`: only in memory, gone when the program ends.
 * `unprotected`: on disk as the user wished, readable by whoever reads the disk.
 */
export type SecretKept = 'protected' | 'session' | 'unprotected';

export interface AppInfo {
  version: string;
  electron: string;
  chrome: string;
  platform: string;
  dataFolder: string;
  institution: Institution;
  institutions: Institution[];
  /** False where the system offers no key store; secrets are then kept for the session only, unless the user says otherwise. */
  keyStore: boolean;
  /** Where the present institution's secret is; null when it has to be entered (again). */
  secretKept: SecretKept | null;
  theme: ThemeMode;
  language: Language;
  keepRunning: boolean;
  service: ServiceState;
  /** The same failure as in `service`, for the page's first look. */
  startupError: BridgeFailure | null;
}

export type ServiceState =
  | { phase: 'starting' }
  | { phase: 'ready' }
  /** It ended unexpectedly and will be started again. */
  | { phase: 'restarting'; attempt: number; inMs: number }
  /** It will not start by itself; the error says why. */
  | { phase: 'failed'; error: BridgeFailure };

declare global {
  interface Window {
    readonly leagueDesk: LeagueDesk;
  }
}
