import { type ReviewRules, reviewRules } from '../../../shared/contract/review.ts';
import { audit } from '../store/audit.ts';
import { readSetting, writeSetting } from '../store/setting.ts';
import type { Store, StoreReader } from '../store/store.ts';

const KEY = 'review_rules';

/** Until staff set them nothing is held by itself, and one person's word counts. */
const NONE: ReviewRules = {
  difference_fen: null,
  refund_open: false,
  self_purchase: null,
  rate_jump_ppm: null,
  two_person: false,
};

export function readRules(reader: StoreReader): ReviewRules {
  const text = readSetting(reader, KEY);
  return text === null ? NONE : reviewRules.parse(JSON.parse(text));
}

/** Sets the rules with a line in the audit log. */
export function writeRules(store: Store, rules: ReviewRules, by: { at: number; staff: string }): void {
  store.durably(() => {
    writeSetting(store, KEY, JSON.stringify(rules));
    audit(store, { ...by, action: 'review.rules', detail: { ...rules } });
  });
}
