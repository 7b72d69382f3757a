import { describe, expect, it } from 'vitest';
import { knownState } from '../../../../renderer/app/shell/known-state.ts';

const NOW = 1_763_800_000;
const failure = (at: number, code = 'network.unreachable') => ({ at, code, params: {} });

describe('how fresh the data is', () => {
  it('is new within a day', () => {
    const status = { known_as_of: NOW - 86_400, last_reached_at: NOW, last_failure: null };
    expect(knownState(status, NOW).kind).toBe('fresh');
    expect(knownState({ ...status, known_as_of: NOW - 86_401 }, NOW).kind).toBe('old');
    expect(knownState({ ...status, known_as_of: null }, NOW).kind).toBe('never');
  });

  it('is offline while the last try failed', () => {
    const status = { known_as_of: NOW - 60, last_reached_at: NOW - 50, last_failure: failure(NOW - 10) };
    expect(knownState(status, NOW)).toEqual({ kind: 'offline', at: NOW - 60 });
    expect(knownState({ ...status, last_reached_at: NOW - 5 }, NOW).kind).toBe('fresh');
    expect(knownState({ ...status, known_as_of: null, last_reached_at: null }, NOW)).toEqual({
      kind: 'offline',
      at: null,
    });
  });

  it('takes a refusal for an answer', () => {
    const status = { known_as_of: NOW - 60, last_reached_at: NOW - 50, last_failure: failure(NOW, 'platform.45009') };
    expect(knownState(status, NOW).kind).toBe('fresh');
  });
});
