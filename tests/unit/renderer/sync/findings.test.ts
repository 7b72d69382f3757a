import { describe, expect, it } from 'vitest';
import { countOf, doctorGroups, reportOf, reportText } from '../../../../renderer/rooms/sync/doctor/findings.ts';
import { findingsByEndpoint, openIds } from '../../../../renderer/rooms/sync/drift/findings.ts';
import type { DoctorLine } from '../../../../shared/contract/doctor.ts';
import type { DriftRow } from '../../../../shared/contract/sync.ts';

const finding = (
  drift_id: number,
  endpoint: string,
  last_seen_at: number,
  acknowledged_at: number | null = null,
): DriftRow => ({
  drift_id,
  endpoint,
  kind: 'new',
  path: 'a.b',
  expected: '',
  found: 'string',
  first_seen_at: 1,
  last_seen_at,
  times: 1,
  sample: '{}',
  acknowledged_at,
  acknowledged_by: null,
});

describe('what differs from the documents', () => {
  const rows = [finding(1, '/a', 10), finding(2, '/b', 30, 5), finding(3, '/c', 20), finding(4, '/a', 40, 5)];

  it('is grouped by endpoint, open findings first', () => {
    const groups = findingsByEndpoint(rows, false);
    expect(groups.map(({ endpoint, open }) => [endpoint, open])).toEqual([
      ['/a', 1],
      ['/c', 1],
      ['/b', 0],
    ]);
  });

  it('leaves out what was acknowledged', () => {
    expect(findingsByEndpoint(rows, true).map(({ endpoint, rows: found }) => [endpoint, found.length])).toEqual([
      ['/c', 1],
      ['/a', 1],
    ]);
    expect(openIds(rows)).toEqual([1, 3]);
  });
});

describe('a check-up', () => {
  const line = (state: DoctorLine['state'], code: string, subject: string | null = null): DoctorLine => ({
    check: 'permission',
    subject,
    state,
    code,
    params: {},
  });
  const lines = [line('ok', 'doctor.x'), line('bad', 'doctor.y', '/order/get'), line('warn', 'doctor.z')];

  it('tells first what is to be mended', () => {
    expect(doctorGroups(lines).map(({ state }) => state)).toEqual(['bad', 'warn', 'ok']);
    expect(countOf(lines, 'bad')).toBe(1);
  });

  it('is copied line by line with its codes, an endpoint named once', () => {
    const words = (one: DoctorLine) => ({
      name: 'Permission',
      title: `title of ${one.code}`,
      next: one.state === 'ok' ? '' : 'do it',
    });
    expect(reportText(['Head'], lines, words).split('\n')).toEqual([
      'Head',
      '✗ Permission /order/get: title of doctor.y do it [doctor.y]',
      '! Permission: title of doctor.z do it [doctor.z]',
      '✓ Permission: title of doctor.x [doctor.x]',
    ]);
  });

  it('takes only a report for one', () => {
    expect(reportOf({ at: 1, lines: [] })).toEqual({ at: 1, lines: [] });
    for (const other of [null, 'x', {}, { at: 1 }, []]) expect(reportOf(other)).toBeNull();
  });
});
