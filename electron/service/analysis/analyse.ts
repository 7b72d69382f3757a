import type { RouteName, RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import type { StoreReader } from '../store/store.ts';
import { cohorts } from './cohorts.ts';
import { delays } from './delays.ts';
import { members } from './members.ts';
import { pivot } from './pivot.ts';
import { refunds } from './refunds.ts';
import { trend } from './trend.ts';

type AnalysisName = Extract<RouteName, `analysis.${string}`>;

/** Answers of the analysis room, by route. They only read, and run in the reading threads. */
export type Analyses = {
  [Name in AnalysisName]: (reader: StoreReader, input: RouteParsed<Name>) => RouteOutput<Name>;
};

export const analyses: Analyses = {
  'analysis.pivot': pivot,
  'analysis.trend': trend,
  'analysis.delays': delays,
  'analysis.refunds': refunds,
  'analysis.cohorts': cohorts,
  'analysis.members': members,
};
