import type { MainOrder } from '../../shared/background-link.ts';

export type MachineNews = Extract<MainOrder, { type: 'machine' }>['news'];

/** What is used of Electron's powerMonitor. */
export interface PowerMonitor {
  on(event: 'suspend' | 'resume' | 'on-ac' | 'on-battery' | 'unlock-screen', listener: () => void): unknown;
  isOnBatteryPower(): boolean;
}

export interface MachineOptions {
  power: PowerMonitor;
  /**
   * Electron's `net.isOnline()`. Main has no event for it, and the page's `online` events end with the window, so it is
   * asked every few seconds; it looks at the network interfaces only and costs nothing.
   */
  isOnline(): boolean;
  /** Calls back again and again. */
  every(milliseconds: number, run: () => void): void;
  tell(news: MachineNews): void;
}

const LOOK_EVERY_MS = 10_000;

/** Watches sleep, battery and network, and tells each change once. */
export function watchMachine({ power, isOnline, every, tell }: MachineOptions): { state(): MachineNews } {
  let online = isOnline();
  let onBattery = power.isOnBatteryPower();
  const lookAtNetwork = () => {
    if (online === isOnline()) return;
    online = !online;
    tell({ online });
  };
  const hearBattery = (battery: boolean) => {
    if (battery === onBattery) return;
    onBattery = battery;
    tell({ on_battery: battery });
  };
  // Linux has no events for the battery either.
  const look = () => {
    lookAtNetwork();
    hearBattery(power.isOnBatteryPower());
  };
  power.on('suspend', () => tell({ power: 'suspend' }));
  power.on('resume', () => {
    // First, so that a network that is not back yet is known before a run is planned.
    look();
    tell({ power: 'wake' });
  });
  power.on('on-ac', () => hearBattery(false));
  power.on('on-battery', () => hearBattery(true));
  // Some systems do not tell the programs of a short sleep, but all of them lock the screen.
  power.on('unlock-screen', () => {
    look();
    tell({ power: 'wake' });
  });
  every(LOOK_EVERY_MS, look);
  return { state: () => ({ online, on_battery: onBattery }) };
}
