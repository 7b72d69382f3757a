import { afterAll, beforeAll, describe } from 'vitest';
import { itAnswersLikeTheReference, ORDERS, openAskedWorld } from '../../support/reference-questions.ts';
import type { ReferenceWorld } from '../../support/reference-world.ts';

let world: ReferenceWorld;

beforeAll(async () => {
  world = await openAskedWorld();
}, 240_000);

afterAll(() => world?.close());

describe(`${ORDERS} commission orders, second half of the questions`, () => itAnswersLikeTheReference(() => world, 1));
