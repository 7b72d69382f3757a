import { describe, expect, it } from 'vitest';
import { openStore } from '../../../electron/service/store/store.ts';
import {
  quarantined,
  quarantinedKeys,
  quarantineKey,
  quarantinePage,
  releaseKey,
} from '../../../electron/service/sync/quarantine.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const KEY = { order_id: '3701234567890123456', sku_id: '3100000001' };

describe('the quarantine', () => {
  it('waits longer after each try, a day at most, and gives every key when staff ask', async () => {
    const store = await openStore(tempFolder());
    const pauses: number[] = [];
    for (let at = 1000; pauses.length < 10; ) {
      quarantineKey(store, KEY, 'platform.10024006', at);
      const row = quarantinePage(store, { limit: 10 }).rows[0]!;
      expect(row).toMatchObject({ ...KEY, since: 1000, tries: pauses.length + 1, last_try_at: at });
      pauses.push(row.next_try_at - at);
      expect(quarantinedKeys(store, row.next_try_at - 1)).toEqual([]);
      expect(quarantinedKeys(store, null)).toEqual([KEY]);
      at = row.next_try_at;
      expect(quarantinedKeys(store, at)).toEqual([KEY]);
    }
    expect(pauses.slice(0, 3)).toEqual([900, 1800, 3600]);
    expect(pauses.at(-1)).toBe(86_400);
    releaseKey(store, KEY);
    expect(quarantined(store)).toBe(0);
    store.close();
  });
});
