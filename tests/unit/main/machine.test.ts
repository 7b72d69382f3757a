import { EventEmitter } from 'node:events';
import { beforeEach, expect, it } from 'vitest';
import { type MachineNews, watchMachine } from '../../../electron/main/machine.ts';

class Power extends EventEmitter {
  battery = false;
  isOnBatteryPower(): boolean {
    return this.battery;
  }
}

let power: Power;
let online: boolean;
let told: MachineNews[];
let look: () => void;
let machine: ReturnType<typeof watchMachine>;

beforeEach(() => {
  power = new Power();
  online = true;
  told = [];
  machine = watchMachine({
    power,
    isOnline: () => online,
    every: (_milliseconds, run) => {
      look = run;
    },
    tell: (news) => told.push(news),
  });
});

it('tells of sleep and wake', () => {
  power.emit('suspend');
  power.emit('resume');
  expect(told).toEqual([{ power: 'suspend' }, { power: 'wake' }]);
});

it('tells on wake first what has changed meanwhile', () => {
  power.emit('suspend');
  online = false;
  power.battery = true;
  power.emit('resume');
  expect(told).toEqual([{ power: 'suspend' }, { online: false }, { on_battery: true }, { power: 'wake' }]);
  expect(machine.state()).toEqual({ online: false, on_battery: true });
});

it('tells when the network goes and comes, once each', () => {
  look();
  online = false;
  look();
  look();
  online = true;
  look();
  expect(told).toEqual([{ online: false }, { online: true }]);
});

it('tells when the cable is pulled and put back, once each', () => {
  for (const event of ['on-battery', 'on-battery', 'on-ac', 'on-ac']) power.emit(event);
  expect(told).toEqual([{ on_battery: true }, { on_battery: false }]);
});

it('notices the battery where there are no events for it', () => {
  power.battery = true;
  look();
  look();
  expect(told).toEqual([{ on_battery: true }]);
});

it('takes an unlocked screen for a wake', () => {
  power.emit('unlock-screen');
  expect(told).toEqual([{ power: 'wake' }]);
});
