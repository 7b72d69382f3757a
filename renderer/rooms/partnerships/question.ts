import { PARTNERSHIP_STATUS } from '../../../shared/status.ts';

/** A state of the tabs: one of the platform's, or all. */
export type StatusChoice = number | 'all';

/** The room opens on its inbox; any other state, unknown ones too, stands in the address. */
export function readStatus(text: string | null): StatusChoice {
  if (text === 'all') return 'all';
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : PARTNERSHIP_STATUS.invited;
}

/** Tabs in the order of the platform's states; unknown states that occur come after the known ones. */
export function statusTabs(byStatus: readonly { status: number; rows: number }[]): { status: number; rows: number }[] {
  const known: number[] = Object.values(PARTNERSHIP_STATUS);
  const counts = new Map(byStatus.map(({ status, rows }) => [status, rows]));
  const others = [...counts.keys()].filter((status) => !known.includes(status)).sort((a, b) => a - b);
  return [...known, ...others].map((status) => ({ status, rows: counts.get(status) ?? 0 }));
}
