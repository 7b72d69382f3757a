import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../../renderer/parts/failure-text.ts';
import { bridgeErrorCodes } from '../../../../shared/bridge.ts';
import { ERROR_CODES } from '../../../../shared/contract/error-code.ts';
import { DeskError } from '../../../../shared/contract/result.ts';
import { failureText } from '../../../../shared/error-text/failure-text.ts';

const EXPLAINED = [-1, 40001, 40013, 40125, 40164, 45009, 45011, 48001].map((code) => `platform.${code}`);

describe('failures in words', () => {
  it.each(['zh', 'en'] as const)('has a text and a next step for every code (%s)', (language) => {
    const unknown = failureText({ code: 'no.such', params: {} }, language);
    for (const code of [...ERROR_CODES, ...bridgeErrorCodes, ...EXPLAINED]) {
      const text = failureText({ code, params: {} }, language);
      expect(text.title, code).not.toBe(unknown.title);
      expect(text.next, code).not.toBe('');
    }
  });

  it('names codes nobody told us of', () => {
    expect(failureText({ code: 'platform.123456', params: {} }, 'zh').title).toContain('123456');
    expect(failureText({ code: 'network.http_502', params: {} }, 'en').title).toContain('502');
  });

  it('takes whatever was thrown', () => {
    expect(failureOf(new DeskError('store.locked', { file: 'a' }))).toEqual({
      code: 'store.locked',
      params: { file: 'a' },
    });
    expect(failureOf({ code: 'path.refused', params: {} }).code).toBe('path.refused');
    expect(failureOf(new Error('boom'))).toEqual({ code: 'service.internal', params: { message: 'boom' } });
    expect(failureOf('x').code).toBe('service.internal');
  });
});
