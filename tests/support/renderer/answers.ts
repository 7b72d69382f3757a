import type { Frame } from '../../../shared/contract/client.ts';
import type { DeskFailure } from '../../../shared/contract/result.ts';
import type { RouteName, RouteOutput } from '../../../shared/contract/routes.ts';
import { analysisAnswers } from './analysis-answers.ts';
import { backgroundAnswers } from './background-answers.ts';
import { completenessAnswers } from './completeness-answers.ts';
import { deskAnswers } from './desk-answers.ts';
import { doctorAnswers } from './doctor-answers.ts';
import { fundsAnswers } from './funds-answers.ts';
import { huntAnswers } from './hunt-answers.ts';
import { ledgerAnswers } from './ledger-answers.ts';
import { orderAnswers } from './order-answers.ts';
import { orderPageAnswers } from './order-page-answers.ts';
import { partnershipAnswers } from './partnership-answers.ts';
import { reviewAnswers } from './review-answers.ts';
import { ruleAnswers } from './rule-answers.ts';
import { syncAnswers } from './sync-answers.ts';
import { viewAnswers } from './view-answers.ts';

export const SCENARIOS = [
  'day',
  'empty',
  'offline',
  'loading',
  'errors',
  'gone',
  'newer',
  'fresh',
  // Of the sync room: a run under way, what needs a person, why no run is coming.
  'running',
  'refused',
  'quota',
  'address',
  'disk',
  'paused',
] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface Asked {
  /** The stand-in trusts the page: the real service checks every input. */
  input: unknown;
  scenario: Scenario;
  send: (frame: Frame) => void;
}

export type Answers = { [Name in RouteName]?: (asked: Asked) => RouteOutput<Name> };

const all: Answers = {
  ...analysisAnswers,
  ...deskAnswers,
  ...syncAnswers,
  ...backgroundAnswers,
  ...completenessAnswers,
  ...ledgerAnswers,
  ...huntAnswers,
  ...fundsAnswers,
  ...doctorAnswers,
  ...orderAnswers,
  ...orderPageAnswers,
  ...partnershipAnswers,
  ...reviewAnswers,
  ...ruleAnswers,
  ...viewAnswers,
};

/** The invented answer to a call; throws a failure like the service would answer one. */
export function answerOf(name: RouteName, input: unknown, scenario: Scenario, send: Asked['send']): unknown {
  const fail = (failure: DeskFailure): never => {
    throw failure;
  };
  if (scenario === 'errors' && name !== 'desk.status') {
    return fail({ code: 'store.disk_full', params: { folder: '/home/staff' } });
  }
  const answer = all[name];
  if (!answer) return fail({ code: 'route.unknown', params: { route: name } });
  return answer({ input, scenario, send });
}
