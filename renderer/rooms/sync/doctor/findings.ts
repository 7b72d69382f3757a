import type { DoctorLine, DoctorReport } from '../../../../shared/contract/doctor.ts';

/** What is to be mended first stands first. */
const ORDER = ['bad', 'warn', 'unknown', 'ok'] as const;

export interface DoctorGroup {
  state: DoctorLine['state'];
  lines: DoctorLine[];
}

export function doctorGroups(lines: readonly DoctorLine[]): DoctorGroup[] {
  return ORDER.map((state) => ({ state, lines: lines.filter((line) => line.state === state) })).filter(
    (group) => group.lines.length > 0,
  );
}

export function countOf(lines: readonly DoctorLine[], state: DoctorLine['state']): number {
  return lines.filter((line) => line.state === state).length;
}

/** A job's result comes over the wire as anything: only what has the shape of a report is taken for one. */
export function reportOf(result: unknown): DoctorReport | null {
  const report = result as Partial<DoctorReport> | null;
  return typeof report === 'object' && report !== null && Array.isArray(report.lines) && typeof report.at === 'number'
    ? (report as DoctorReport)
    : null;
}

const MARKS: Record<DoctorLine['state'], string> = { ok: '✓', warn: '!', bad: '✗', unknown: '?' };

/** The report as text for support: one line a check, with its code. `wordsOf` gives name, finding and next step. */
export function reportText(
  head: readonly string[],
  lines: readonly DoctorLine[],
  wordsOf: (line: DoctorLine) => { name: string; title: string; next: string },
): string {
  const body = doctorGroups(lines).flatMap(({ lines: group }) =>
    group.map((line) => {
      const { name, title, next } = wordsOf(line);
      const subject = line.subject === null || title.includes(line.subject) ? '' : ` ${line.subject}`;
      const step = next ? ` ${next}` : '';
      return `${MARKS[line.state]} ${name}${subject}: ${title}${step} [${line.code}]`;
    }),
  );
  return [...head, ...body].join('\n');
}
