import { type PosterChoices, posterChoices } from '../../../shared/contract/poster.ts';
import type { Context } from '../context.ts';
import { readSetting, writeSetting } from '../store/setting.ts';

const SETTING = 'poster_choices';
const FIRST: PosterChoices = { look: 'clean', size: '3x4', code: 'platform', benefits: [] };

/** What posters were last made with. */
export function readChoices({ store }: Context): PosterChoices {
  const kept = readSetting(store, SETTING);
  if (kept === null) return FIRST;
  // Another version of the program may have kept looks this one does not know.
  return posterChoices.safeParse(JSON.parse(kept)).data ?? FIRST;
}

export function keepChoices({ store }: Context, choices: PosterChoices): PosterChoices {
  writeSetting(store, SETTING, JSON.stringify(choices));
  return choices;
}
