import { type ComponentType, lazy } from 'react';

/** A page of the room that speaks of one month. */
export interface PeriodViewProps {
  period: string;
}

/**
 * Pages of the room, in the order in which a month is worked through: those of one month stand beside the list of
 * months, the others have the whole width. Each is a chunk of its own.
 */
export const PERIOD_VIEWS = {
  summary: lazy(() => import('./summary/index.tsx')),
  differences: lazy(() => import('./differences/index.tsx')),
  funds: lazy(() => import('./funds/index.tsx')),
  payees: lazy(() => import('./payees/index.tsx')),
  payouts: lazy(() => import('./payouts/index.tsx')),
  reports: lazy(() => import('./reports/index.tsx')),
  what_if: lazy(() => import('./what_if/index.tsx')),
} satisfies Record<string, ComponentType<PeriodViewProps>>;

export const WIDE_VIEWS = {
  forecast: lazy(() => import('./forecast/index.tsx')),
  rules: lazy(() => import('./rules/index.tsx')),
  audit: lazy(() => import('./audit/index.tsx')),
} satisfies Record<string, ComponentType>;

export type PeriodViewName = keyof typeof PERIOD_VIEWS;
export type WideViewName = keyof typeof WIDE_VIEWS;
export type ViewName = PeriodViewName | WideViewName;

export const VIEW_NAMES = [...Object.keys(PERIOD_VIEWS), ...Object.keys(WIDE_VIEWS)] as ViewName[];

export function isPeriodView(view: ViewName): view is PeriodViewName {
  return view in PERIOD_VIEWS;
}

export function readView(text: string | null): ViewName {
  return VIEW_NAMES.find((name) => name === text) ?? 'summary';
}
