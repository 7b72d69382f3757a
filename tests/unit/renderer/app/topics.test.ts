import { describe, expect, it } from 'vitest';
import { isStale } from '../../../../renderer/app/client/topics.ts';
import { TOPICS } from '../../../../shared/contract/events.ts';
import { routes } from '../../../../shared/contract/routes.ts';

describe('what is read again when the store changed', () => {
  it('takes whole rooms and single routes', () => {
    expect(isStale('order.page', ['orders'])).toBe(true);
    expect(isStale('partnership.get', ['orders'])).toBe(true);
    expect(isStale('partnership.list', ['orders'])).toBe(false);
    expect(isStale('job.get', TOPICS)).toBe(false);
  });

  it('reads open months again after a decision: what is held or excluded is not paid', () => {
    for (const route of ['settlement.period', 'settlement.periods', 'report.recipients', 'desk.overview'])
      expect(isStale(route, ['reviews'])).toBe(true);
  });

  it('reaches every route that reads the store', () => {
    const reads = Object.keys(routes).filter((name) =>
      /\.(list|get|page|totals|facets|periods?|rules|status|runs|quarantine|ledger|feed|overview)$/.test(name),
    );
    const missed = reads.filter((name) => !name.startsWith('job.') && !isStale(name, TOPICS));
    expect(missed).toEqual([]);
  });
});
