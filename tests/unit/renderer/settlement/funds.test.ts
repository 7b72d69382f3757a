import { describe, expect, it } from 'vitest';
import { ageText, readFundsQuestion } from '../../../../renderer/rooms/settlement/funds/funds-question.ts';
import { mayBeTable } from '../../../../renderer/rooms/settlement/funds/import/use-import.ts';

const read = (text: string) => readFundsQuestion(new URLSearchParams(text));

describe('the address of the funds page', () => {
  it('narrows by state, file, age and order number', () => {
    expect(read('view=funds&state=differs&file=absent&age=4-7&search=+3701+')).toEqual({
      state: 'differs',
      file: 'absent',
      age: { from_days: 4, to_days: 7 },
      search: '3701',
    });
    expect(read('age=61-')).toEqual({ age: { from_days: 61, to_days: null } });
  });

  it('leaves out what makes no sense', () => {
    expect(read('state=open&file=x&age=old&search=+')).toEqual({});
    expect(read('age=-5')).toEqual({});
  });

  it('writes ages as it reads them', () => {
    for (const age of [
      { from_days: 0, to_days: 3 },
      { from_days: 61, to_days: null },
    ])
      expect(read(`age=${ageText(age)}`).age).toEqual(age);
  });
});

describe('a dropped file', () => {
  it('is taken by its name when it may be a table', () => {
    expect(['a.XLSX', '佣金.csv', 'b.tsv', 'c.txt'].every(mayBeTable)).toBe(true);
    expect(['a.xls', 'a.pdf', 'csv', 'a.csv.exe'].some(mayBeTable)).toBe(false);
  });
});
