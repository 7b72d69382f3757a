import { random } from '../support/order-rows.ts';

/** Draws of one soak: the same seed gives the same soak, as far as processes can be the same twice. */
export interface Chance {
  chance(probability: number): boolean;
  /** Evenly between the two. */
  between(low: number, high: number): number;
  /** As likely in each doubling: small steps are as frequent as large ones. */
  step(low: number, high: number): number;
}

export function chanceOf(seed: number): Chance {
  const draw = random(seed);
  // The first values of neighbouring seeds are alike.
  for (let i = 0; i < 8; i++) draw();
  return {
    chance: (probability) => draw() < probability,
    between: (low, high) => low + draw() * (high - low),
    step: (low, high) => Math.round(low * (high / low) ** draw()),
  };
}
