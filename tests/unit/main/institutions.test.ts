import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoId, Institutions } from '../../../electron/main/institutions.ts';
import type { Sealed, Settings, SettingsValues } from '../../../electron/main/settings.ts';

const keyStore = vi.hoisted(() => ({ there: true }));

vi.mock('../../../electron/main/secret-box.ts', () => ({
  seal: (text: string, keepUnprotected: boolean): Sealed | null =>
    keyStore.there || keepUnprotected
      ? { kept: keyStore.there ? 'protected' : 'unprotected', data: [...text].reverse().join('') }
      : null,
  unseal: ({ data }: Sealed) => [...data].reverse().join(''),
}));

let values: SettingsValues;
const settings = {
  get values() {
    return values;
  },
  change: (part: Partial<SettingsValues>) => {
    values = { ...values, ...part };
  },
} as Settings;

const entered = { name: '晨光机构', appId: 'wx1234567890abcdef', secret: '0123456789abcdef' };
const SECRET = 'signing-secret-0123456789';
/** As after a restart: what was in memory only is gone. */
const again = () => new Institutions(settings, '/nowhere');

beforeEach(() => {
  keyStore.there = true;
  values = {
    theme: 'system',
    language: 'zh-CN',
    window: null,
    currentInstitution: demoId,
    institutions: [],
    feedSecrets: {},
    keepRunning: false,
    keepRunningTold: false,
  };
});

describe("the secret of an institution's feed", () => {
  it('outlives the program where there is a key store, sealed, each institution its own', () => {
    const { institutionId } = again().setCredentials(entered);
    again().keepFeedSecret(institutionId, SECRET);
    expect(again().feedSecret(institutionId)).toBe(SECRET);
    expect(again().feedSecret(demoId)).toBeNull();
    expect(JSON.stringify(values)).not.toContain(SECRET);
  });

  it('is forgotten when it is no longer needed', () => {
    const institutions = again();
    institutions.keepFeedSecret(demoId, SECRET);
    institutions.keepFeedSecret(demoId, null);
    expect(institutions.feedSecret(demoId)).toBeNull();
    expect(values.feedSecrets).toEqual({});
  });

  it('is for the session only without a key store', () => {
    keyStore.there = false;
    const institutions = again();
    const { institutionId } = institutions.setCredentials(entered);
    institutions.keepFeedSecret(institutionId, SECRET);
    expect(institutions.feedSecret(institutionId)).toBe(SECRET);
    expect(again().feedSecret(institutionId)).toBeNull();
    expect(values.feedSecrets).toEqual({});
  });

  it('goes to the disk without protection only where staff chose that for the AppSecret', () => {
    keyStore.there = false;
    const { institutionId } = again().setCredentials({ ...entered, keepUnprotected: true });
    again().keepFeedSecret(institutionId, SECRET);
    again().keepFeedSecret(demoId, SECRET);
    expect(again().feedSecret(institutionId)).toBe(SECRET);
    expect(Object.keys(values.feedSecrets)).toEqual([institutionId]);
  });
});
