/**
 * Seeded randomness. The whole world is drawn from these two things, so that the same seed and anchor give the same
 * books on every machine; Math.random and the machine's clock never take part.
 */

/** Mixes any parts into one unsigned 32-bit number (FNV-1a with a final avalanche). */
export function mix(...parts: readonly (number | string)[]): number {
  let h = 0x811c9dc5;
  for (const part of parts) {
    const text = typeof part === 'number' ? part.toString(36) : part;
    for (let i = 0; i < text.length; i++) {
      h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    }
    h = Math.imul(h ^ 0x7c, 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The same parts always give the same number in [0, 1). */
export function unitOf(...parts: readonly (number | string)[]): number {
  return mix(...parts) / 0x100000000;
}

/** A stream of random values from one 32-bit seed (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  }

  /** An unsigned 32-bit number, for seeding another stream. */
  seed(): number {
    return Math.floor(this.unit() * 0x100000000);
  }

  /** Whole number, both ends included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.unit() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.unit() * list.length)] as T;
  }

  /** Around `median`, long to the right, cut to [min, max]: the shape of waiting times. */
  skewed(min: number, median: number, max: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
    return Math.min(max, Math.max(min, median * Math.exp(spread * normal)));
  }

  digits(count: number): string {
    let text = '';
    // In pieces: a text grown character by character costs many times its length in memory.
    for (let left = count; left > 0; left -= 9) text += String(this.int(0, 999_999_999)).padStart(9, '0');
    return text.slice(0, count);
  }

  hex(count: number): string {
    let text = '';
    for (let left = count; left > 0; left -= 8) text += this.seed().toString(16).padStart(8, '0');
    return text.slice(0, count);
  }
}
