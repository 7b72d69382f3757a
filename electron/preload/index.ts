import { contextBridge, ipcRenderer } from 'electron';
import { type LeagueDesk, portMessage, type ServiceState } from '../../shared/bridge.ts';

const leagueDesk: LeagueDesk = {
  getAppInfo: () => ipcRenderer.invoke('desk:app-info'),
  chooseFolder: () => ipcRenderer.invoke('desk:choose-folder'),
  chooseFile: (filters) => ipcRenderer.invoke('desk:choose-file', filters),
  saveFile: (name) => ipcRenderer.invoke('desk:save-file', name),
  showItem: (path) => ipcRenderer.invoke('desk:show-item', path),
  openExternal: (url) => ipcRenderer.invoke('desk:open-external', url),
  setCredentials: (credentials) => ipcRenderer.invoke('desk:set-credentials', credentials),
  switchInstitution: (id) => ipcRenderer.invoke('desk:switch-institution', id),
  setTheme: (mode) => ipcRenderer.invoke('desk:set-theme', mode),
  setLanguage: (language) => ipcRenderer.invoke('desk:set-language', language),
  setKeepRunning: (keep) => ipcRenderer.invoke('desk:set-keep-running', keep),
  restartService: () => ipcRenderer.invoke('desk:restart-service'),
  onServiceState: (listener) => {
    const forward = (_event: unknown, state: ServiceState) => listener(state);
    ipcRenderer.on('desk:service-state', forward);
    return () => ipcRenderer.off('desk:service-state', forward);
  },
};

contextBridge.exposeInMainWorld('leagueDesk', leagueDesk);

// The port itself goes to the page, not a wrapper: passing every answer through the bridge would copy it once more.
// Module scripts have run when `load` comes, so whoever listens from its first script on misses no port.
const loaded = new Promise<void>((resolve) => window.addEventListener('load', () => resolve(), { once: true }));
ipcRenderer.send('desk:connect');
ipcRenderer.on('desk:port', async (event) => {
  const [port] = event.ports;
  await loaded;
  if (port) window.postMessage(portMessage, window.location.origin, [port]);
});
