import { describe, expect, it } from 'vitest';
import {
  changedSplits,
  emptyDraft,
  splitsOf,
  withoutPromoter,
  withPromoter,
  withRatio,
} from '../../../../renderer/rooms/listings/split-draft.ts';

describe('the splits being set', () => {
  it('starts with every promoter on the own split', () => {
    expect(splitsOf(emptyDraft())).toEqual({ default_ratio_ppm: null, splits: [] });
  });

  it('adds a promoter once and takes it away again', () => {
    const one = withPromoter(emptyDraft(), 'wx1');
    expect(withPromoter(one, 'wx1').splits).toHaveLength(1);
    expect(withoutPromoter(one, 'wx1').splits).toEqual([]);
  });

  it('cannot be confirmed while a ratio is missing', () => {
    const draft = withRatio(withPromoter(emptyDraft(), 'wx1'), 'wx1', null);
    expect(splitsOf(draft)).toBeNull();
    expect(splitsOf({ ...emptyDraft(), mode: 'fixed', default_ratio_ppm: null })).toBeNull();
    expect(splitsOf({ ...withRatio(draft, 'wx1', 400_000), mode: 'fixed' })).toEqual({
      default_ratio_ppm: 500_000,
      splits: [{ promoter_appid: 'wx1', ratio_ppm: 400_000 }],
    });
  });

  it('asks the platform only for what differs or failed', () => {
    const present = (promoter_appid: string, ratio_ppm: number, state: string) => ({
      promoter_appid,
      ratio_ppm,
      state,
    });
    const listing = {
      splits: [present('a', 300_000, 'platform'), present('b', 300_000, 'failed'), present('c', 300_000, 'local')],
    };
    const wanted = ['a', 'b', 'c', 'd'].map((promoter_appid) => ({ promoter_appid, ratio_ppm: 300_000 }));
    wanted[2] = { promoter_appid: 'c', ratio_ppm: 400_000 };
    const changed = changedSplits({ default_ratio_ppm: null, splits: wanted }, listing as never);
    expect(changed.map((split) => split.promoter_appid)).toEqual(['b', 'c', 'd']);
  });
});
