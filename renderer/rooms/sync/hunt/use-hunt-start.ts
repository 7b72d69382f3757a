import { useState } from 'react';
import { useDesk } from '../../../app/client/index.ts';
import { type HuntChannel, useHunt } from '../../../state/hunt.ts';

export interface HuntOptions {
  channel: HuntChannel | null;
  lookUp: boolean;
}

/** A table in the page's memory, and which of its columns mean what. */
export interface ChosenTable {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  order_column: number;
  time_column: number | null;
}

export type HuntSource = { text: string } | { table: ChosenTable };

export type HuntProblem = 'nothing' | { error: unknown } | null;

/** Reads the order numbers out of what was given, and starts the search. */
export function useHuntStart(): {
  start: (source: HuntSource, options: HuntOptions) => void;
  busy: boolean;
  problem: HuntProblem;
  forget: () => void;
} {
  const desk = useDesk();
  const begin = useHunt((hunt) => hunt.begin);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<HuntProblem>(null);

  const run = async (source: HuntSource, { channel, lookUp }: HuntOptions) => {
    const { items } =
      'text' in source
        ? await desk.act('hunt.read_text', { text: source.text })
        : await desk.act('hunt.read_table', source.table);
    if (items.length === 0) return setProblem('nothing');
    const { job_id } = await desk.act('hunt.start', { items, look_up: lookUp, channel });
    begin({ jobId: job_id, count: items.length, channel });
  };
  return {
    busy,
    problem,
    forget: () => setProblem(null),
    start: (source, options) => {
      setBusy(true);
      setProblem(null);
      run(source, options)
        .catch((error: unknown) => setProblem({ error }))
        .finally(() => setBusy(false));
    },
  };
}
