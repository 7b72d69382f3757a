import { describe, expect, it } from 'vitest';
import { isAddress } from '../../../../renderer/rooms/settings/addresses.ts';
import {
  type FeedDraft,
  feedProblem,
  readTarget,
  secretKeptAs,
} from '../../../../renderer/rooms/settings/feed-draft.ts';

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
