import { describe, expect, it } from 'vitest';
import { isAddress } from '../../../../renderer/rooms/settings/addresses.ts';
import { defaultRules, ruleInForce } from '../../../../renderer/rooms/settings/default-rules.ts';
import {
  type FeedDraft,
  feedProblem,
  readTarget,
  secretKeptAs,
} from '../../../../renderer/rooms/settings/feed-draft.ts';
import type { SplitRule } from '../../../../shared/contract/settlement.ts';

const draft = (facts: Partial<FeedDraft>): FeedDraft => ({
  kind: 'https',
  folder: '',
  url: 'https://a.example/feed',
  secret: '',
  hasSecret: false,
  ...facts,
});

describe('addresses', () => {
  it.each(['', 'example.com', 'ftp://a.example', 'https://user:word@a.example'])('refuses %j', (text) => {
    expect(isAddress(text, ['https:', 'http:'])).toBe(false);
  });
});

describe('the target of the feed', () => {
  it('needs a folder, or an HTTPS address and a secret of some length', () => {
    expect(feedProblem(draft({ kind: 'folder' }))).toBe('folder');
    expect(feedProblem(draft({ url: 'http://a.example' }))).toBe('url');
    expect(feedProblem(draft({ url: 'http://127.0.0.1:8080/feed', hasSecret: true }))).toBeNull();
    expect(feedProblem(draft({}))).toBe('secret');
    expect(feedProblem(draft({ secret: 'too short' }))).toBe('secret');
    expect(readTarget(draft({ secret: 'x'.repeat(15) }))).toBeNull();
  });

  it('says how its secret will be kept: as the AppSecret is', () => {
    expect(secretKeptAs({ keyStore: true, secretKept: 'unprotected' })).toBe('protected');
    expect(secretKeptAs({ keyStore: false, secretKept: 'unprotected' })).toBe('unprotected');
    expect(secretKeptAs({ keyStore: false, secretKept: null })).toBe('session');
  });

  it('keeps a secret that was set before by not naming it', () => {
    expect(readTarget(draft({ hasSecret: true }))).toEqual({ kind: 'https', url: 'https://a.example/feed' });
    expect(readTarget(draft({ secret: 'x'.repeat(16) }))).toMatchObject({ secret: 'x'.repeat(16) });
    expect(readTarget(draft({ kind: 'none' }))).toEqual({ kind: 'none' });
  });
});

describe('default rules', () => {
  const rule = (rule_id: number, from_day: string, more: Partial<SplitRule> = {}): SplitRule => ({
    rule_id,
    promoter_appid: null,
    product_id: null,
    ratio_ppm: 500_000,
    from_day,
    set_by: '',
    set_at: 0,
    ...more,
  });
  const rules = defaultRules([
    rule(1, '2026-01-01'),
    rule(2, '2026-12-01'),
    rule(3, '2026-10-01'),
    rule(4, '2026-10-01'),
    rule(5, '2026-10-05', { promoter_appid: 'wx1' }),
  ]);

  it('are those for everyone, newest first, the last word of a day first', () => {
    expect(rules.map(({ rule_id }) => rule_id)).toEqual([2, 4, 3, 1]);
  });

  it('hold from their day on', () => {
    expect(ruleInForce(rules, '2026-11-22')?.rule_id).toBe(4);
    expect(ruleInForce(rules, '2026-12-01')?.rule_id).toBe(2);
    expect(ruleInForce(rules, '2025-12-31')).toBeNull();
  });
});
