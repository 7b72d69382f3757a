import { describe, expect, it } from 'vitest';
import {
  changedEdit,
  EMPTY,
  incomeOf,
  repeated,
  wishOf,
  withEdit,
  withoutEdit,
} from '../../../../renderer/rooms/settlement/what_if/what-if-draft.ts';
import { ruleRoutes } from '../../../../shared/contract/rule.ts';

describe('imagined splits', () => {
  it('are asked for once one has a ratio, or the institution is to pay everybody', () => {
    expect(wishOf(EMPTY, '2026-10')).toBeNull();
    expect(wishOf({ ...EMPTY, paysAll: true }, '2026-10')).toEqual({
      period: '2026-10',
      splits: [],
      institution_pays_all: true,
    });
    const wish = wishOf(changedEdit(EMPTY, 0, { ratio: 0 }), '2026-10');
    expect(wish?.splits).toEqual([{ promoter_appid: null, product_id: null, ratio_ppm: 0 }]);
    expect(ruleRoutes['rule.what_if'].input.safeParse(wish).success).toBe(true);
  });

  it('are one for each scope', () => {
    const two = withEdit(changedEdit(EMPTY, 0, { ratio: 1 }));
    expect([...repeated(two)]).toEqual([1]);
    expect(wishOf(two, '2026-10')).toBeNull();
    expect(repeated(changedEdit(two, 1, { promoter: 'wxa' })).size).toBe(0);
    expect(repeated(withoutEdit(two, 0)).size).toBe(0);
    expect(withEdit(withoutEdit(two, 0)).edits.map(({ key }) => key)).toEqual([1, 2]);
  });

  it('are judged by all a promoter gets, whoever pays it', () => {
    const one = {
      promoter_appid: 'wxa',
      promoter_name: null,
      rows: 1,
      real_platform_fen: 100,
      real_owed_fen: 0,
      imagined_platform_fen: 0,
      imagined_owed_fen: 90,
    };
    expect(incomeOf(one)).toEqual({ real: 100, imagined: 90, difference: -10 });
  });
});
