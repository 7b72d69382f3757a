import {
  RULE_KINDS,
  RULE_STATES,
  type RuleKind,
  type RuleState,
  SPLIT_SCOPES,
  type SplitScope,
} from '../../../../shared/contract/rule.ts';

export interface RulesQuestion {
  kind: RuleKind;
  state?: RuleState;
  scope?: SplitScope;
  search?: string;
}

/** What of the page of rules the address asks for: `tab` the kind, `state`, `scope` and `search` of splits. */
export function readRules(query: URLSearchParams): RulesQuestion {
  const kind = RULE_KINDS.find((one) => one === query.get('tab')) ?? 'split';
  const question: RulesQuestion = { kind };
  const state = RULE_STATES.find((one) => one === query.get('state'));
  if (state) question.state = state;
  if (kind !== 'split') return question;
  const scope = SPLIT_SCOPES.find((one) => one === query.get('scope'));
  if (scope) question.scope = scope;
  const search = query.get('search')?.trim();
  if (search) question.search = search.slice(0, 100);
  return question;
}
