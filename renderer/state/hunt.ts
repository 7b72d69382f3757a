import { create } from 'zustand';
import type { HuntAnswer } from '../../shared/contract/hunt.ts';

export type HuntChannel = 'promoter' | 'talent';

interface Hunt {
  /** What was pasted; a search that was stopped begins again with it. */
  text: string;
  jobId: string | null;
  /** How many were looked for. */
  count: number;
  /** The channel the orders were expected in. */
  channel: HuntChannel | null;
  /** Newer answers of single orders, by order id. */
  corrections: ReadonlyMap<string, HuntAnswer>;
  type: (text: string) => void;
  begin: (hunt: { jobId: string; count: number; channel: HuntChannel | null }) => void;
  correct: (answer: HuntAnswer) => void;
  clear: () => void;
}

/** The search whose answers staff work through, room by room; gone with the window. */
export const useHunt = create<Hunt>()((set) => ({
  text: '',
  jobId: null,
  count: 0,
  channel: null,
  corrections: new Map(),
  type: (text) => set({ text }),
  begin: (hunt) => set({ ...hunt, corrections: new Map() }),
  correct: (answer) => set(({ corrections }) => ({ corrections: new Map(corrections).set(answer.order_id, answer) })),
  clear: () => set({ jobId: null, count: 0, corrections: new Map() }),
}));
