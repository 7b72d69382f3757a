import { describe, expect, it } from 'vitest';
import { FAULTS, parseFaults } from '../../../electron/sandbox/faults.ts';
import { chanceOf } from '../../soak/chance.ts';
import { neverMet, standingFaults, VISITS } from '../../soak/fault-plan.ts';
import { killMoment } from '../../soak/kill-moment.ts';
import { soakOptions } from '../../soak/options.ts';

describe('the plan of a soak', () => {
  it('turns on every fault the sandbox knows, standing or for a round', () => {
    const standing = [...parseFaults(standingFaults(200_000, 1_000_000)).keys()];
    const visiting = VISITS.flatMap(({ fault }) => (fault ? [...parseFaults(fault).keys()] : []));
    // Refused while staff accept an invitation, before the rounds begin.
    const met = new Set([...standing, ...visiting, 'no-permission']);
    expect(FAULTS.filter((fault) => !met.has(fault))).toEqual([]);
  });

  it('makes faults rarer in a larger soak and bearable in a small one', () => {
    const rate = (orders: number, calls: number) => parseFaults(standingFaults(orders, calls)).get('busy')!;
    expect(rate(200_000, 1_000_000)).toBeLessThan(rate(2000, 10_000));
    expect(rate(10, 10)).toBeLessThan(0.02);
  });

  it('names the faults that were never met', () => {
    const all = Object.fromEntries(FAULTS.map((fault) => [fault, 1]));
    expect(neverMet(all)).toEqual([]);
    expect(neverMet({ ...all, gone: 0 })).toEqual(['gone']);
  });

  it('draws the same from the same seed', () => {
    const draws = (seed: number) =>
      Array.from(
        { length: 5 },
        (
          (chance) => () =>
            chance.step(1, 1e6)
        )(chanceOf(seed)),
      );
    expect(draws(4)).toEqual(draws(4));
    expect(draws(4)).not.toEqual(draws(5));
  });

  it('kills after calls that were made, or soon after the start', async () => {
    for (let seed = 1; seed < 40; seed += 1) {
      let calls = 1000;
      let ms = 0;
      const sandbox = { calls: async () => calls };
      const isDue = await killMoment(chanceOf(seed), sandbox, 600, () => ms);
      expect(await isDue()).toBe(false);
      calls += 300;
      ms += 600;
      expect(await isDue()).toBe(true);
    }
  });

  it('reads its options', () => {
    expect(soakOptions([])).toEqual({ seed: 1, orders: 200_000, days: 60, kills: 50 });
    expect(soakOptions(['--quick', '--seed', '7'])).toEqual({ seed: 7, orders: 2000, days: 10, kills: 5 });
    expect(() => soakOptions(['--orders', 'many'])).toThrow('--orders');
    expect(() => soakOptions(['--bogus'])).toThrow();
  });
});
