import type { RouteInput } from '../../../../shared/contract/routes.ts';
import type { WhatIf } from '../../../../shared/contract/rule.ts';
import type { Fen } from '../../../../shared/money.ts';
import type { Ppm } from '../../../../shared/rate.ts';

/** One imagined split as it is being entered. */
export interface SplitEdit {
  key: number;
  promoter: string | null;
  product: string | null;
  ratio: Ppm | null;
}

export interface WhatIfDraft {
  edits: readonly SplitEdit[];
  paysAll: boolean;
}

/** One line for everybody: the question asked most. */
export const EMPTY: WhatIfDraft = {
  edits: [{ key: 0, promoter: null, product: null, ratio: null }],
  paysAll: false,
};

export function withEdit(draft: WhatIfDraft): WhatIfDraft {
  const key = Math.max(-1, ...draft.edits.map((edit) => edit.key)) + 1;
  return { ...draft, edits: [...draft.edits, { key, promoter: null, product: null, ratio: null }] };
}

export function changedEdit(draft: WhatIfDraft, key: number, facts: Partial<SplitEdit>): WhatIfDraft {
  return { ...draft, edits: draft.edits.map((edit) => (edit.key === key ? { ...edit, ...facts } : edit)) };
}

export function withoutEdit(draft: WhatIfDraft, key: number): WhatIfDraft {
  return { ...draft, edits: draft.edits.filter((edit) => edit.key !== key) };
}

/** Keys of edits whose scope an earlier one has already. */
export function repeated({ edits }: WhatIfDraft): Set<number> {
  const scopes = new Set<string>();
  const keys = new Set<number>();
  for (const { key, promoter, product } of edits) {
    const scope = JSON.stringify([promoter, product]);
    if (scopes.has(scope)) keys.add(key);
    scopes.add(scope);
  }
  return keys;
}

/** Null while there is nothing to ask: edits without a ratio are left out. */
export function wishOf(draft: WhatIfDraft, period: string): RouteInput<'rule.what_if'> | null {
  if (repeated(draft).size > 0) return null;
  const splits = draft.edits.flatMap(({ promoter, product, ratio }) =>
    ratio === null ? [] : [{ promoter_appid: promoter, product_id: product, ratio_ppm: ratio }],
  );
  if (splits.length === 0 && !draft.paysAll) return null;
  return { period, splits, institution_pays_all: draft.paysAll };
}

type PromoterOfWhatIf = WhatIf['promoters'][number];

/** All a promoter gets, from the platform and from the institution. */
export function incomeOf(one: PromoterOfWhatIf): { real: Fen; imagined: Fen; difference: Fen } {
  const real = one.real_platform_fen + one.real_owed_fen;
  const imagined = one.imagined_platform_fen + one.imagined_owed_fen;
  return { real, imagined, difference: imagined - real };
}
