import type { ListingRow } from '../../../shared/contract/listing.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { Ppm } from '../../../shared/rate.ts';

/** What staff are setting before they confirm; a ratio is null while its field is empty. */
export interface SplitDraft {
  /** `own`: every promoter's own split; otherwise one for all. */
  mode: 'own' | 'fixed';
  default_ratio_ppm: Ppm | null;
  splits: { promoter_appid: string; ratio_ppm: Ppm | null }[];
}

export const USUAL_RATIO: Ppm = 500_000;

export function emptyDraft(): SplitDraft {
  return { mode: 'own', default_ratio_ppm: USUAL_RATIO, splits: [] };
}

/** The splits a product on the shelf has now. */
export function draftOf(listing: Pick<ListingRow, 'default_ratio_ppm' | 'splits'>): SplitDraft {
  return {
    mode: listing.default_ratio_ppm === null ? 'own' : 'fixed',
    default_ratio_ppm: listing.default_ratio_ppm ?? USUAL_RATIO,
    splits: listing.splits.map(({ promoter_appid, ratio_ppm }) => ({ promoter_appid, ratio_ppm })),
  };
}

type Splits = Pick<RouteParsed<'listing.add'>, 'default_ratio_ppm' | 'splits'>;

/** The draft as the routes take it; null while a ratio is missing. */
export function splitsOf(draft: SplitDraft): Splits | null {
  if (draft.mode === 'fixed' && draft.default_ratio_ppm === null) return null;
  const splits = draft.splits.flatMap(({ promoter_appid, ratio_ppm }) =>
    ratio_ppm === null ? [] : [{ promoter_appid, ratio_ppm }],
  );
  if (splits.length < draft.splits.length) return null;
  return { default_ratio_ppm: draft.mode === 'fixed' ? draft.default_ratio_ppm : null, splits };
}

/** Only what differs from the shelf, or never got through: every split is a call to the platform. */
export function changedSplits(splits: Splits, listing: Pick<ListingRow, 'splits'>): Splits['splits'] {
  return splits.splits.filter((wanted) => {
    const present = listing.splits.find((split) => split.promoter_appid === wanted.promoter_appid);
    const inForce = present?.state === 'platform' || present?.state === 'local';
    return !inForce || present.ratio_ppm !== wanted.ratio_ppm;
  });
}

export function withPromoter(draft: SplitDraft, promoterAppid: string): SplitDraft {
  if (draft.splits.some((split) => split.promoter_appid === promoterAppid)) return draft;
  const ratio = draft.default_ratio_ppm ?? USUAL_RATIO;
  return { ...draft, splits: [...draft.splits, { promoter_appid: promoterAppid, ratio_ppm: ratio }] };
}

export function withoutPromoter(draft: SplitDraft, promoterAppid: string): SplitDraft {
  return { ...draft, splits: draft.splits.filter((split) => split.promoter_appid !== promoterAppid) };
}

export function withRatio(draft: SplitDraft, promoterAppid: string, ratio: Ppm | null): SplitDraft {
  return {
    ...draft,
    splits: draft.splits.map((split) =>
      split.promoter_appid === promoterAppid ? { ...split, ratio_ppm: ratio } : split,
    ),
  };
}
