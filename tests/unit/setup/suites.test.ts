import { describe, expect, it } from 'vitest';
import { parsePackageStatus } from '../../../scripts/runtime/system-packages.ts';
import { parseTestArguments } from '../../../scripts/suites/arguments.ts';
import { add, countReport, nothing } from '../../../scripts/suites/count.ts';

const known = ['types', 'lint', 'unit', 'e2e'];

describe('the arguments of npm test', () => {
  it('choose suites and leave the rest to vitest', () => {
    expect(parseTestArguments([], known)).toEqual({ only: known, rest: [] });
    expect(parseTestArguments(['--only', 'unit,e2e', 'orders'], known)).toEqual({
      only: ['unit', 'e2e'],
      rest: ['orders'],
    });
  });

  it('refuse a suite that does not exist instead of running nothing', () => {
    expect(() => parseTestArguments(['--only', 'e2'], known)).toThrow('e2');
    expect(() => parseTestArguments(['--only'], known)).toThrow('suite');
  });
});

describe('the count of a run', () => {
  const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) });

  it('is what the report says', () => {
    const report = { numPassedTests: 7, numFailedTests: 2, testResults: [file('passed', 7), file('failed', 2)] };
    expect(countReport(report, 1)).toEqual({ passed: 7, failed: 2 });
  });

  it('takes a file that could not be loaded for one failure', () => {
    const report = { numPassedTests: 7, numFailedTests: 0, testResults: [file('passed', 7), file('failed', 0)] };
    expect(countReport(report, 1)).toEqual({ passed: 7, failed: 1 });
  });

  it('never calls a run that ended badly a success', () => {
    expect(countReport(null, 1)).toEqual({ passed: 0, failed: 1 });
    expect(countReport({ numPassedTests: 7, numFailedTests: 0, testResults: [] }, 1)).toEqual({ passed: 7, failed: 1 });
  });

  it('adds up', () => {
    expect(add(add(nothing, { passed: 1, failed: 0 }), { passed: 2, failed: 3 })).toEqual({ passed: 3, failed: 3 });
  });
});

it('a package counts as present only when it is installed', () => {
  const listing = 'libnss3 installed\nlibgtk-3-0 not-installed\nxauth config-files\n';
  expect([...parsePackageStatus(listing)]).toEqual(['libnss3']);
});
