import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HuntAnswer } from '../../../../shared/contract/hunt.ts';
import type { SyncControl } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { CopyButton, EmptyState, formatCount, staticSource, VirtualTable } from '../../../parts/index.ts';
import { useHunt } from '../../../state/hunt.ts';
import { huntColumns } from './hunt-columns.tsx';
import { useResultText } from './use-result-text.ts';
import { corrected, type HuntLine, huntLines, VERDICTS, verdictCounts } from './verdicts.ts';

const keyOf = (line: HuntLine) => line.key;

/** The answers: counted by verdict, one line a row of the books, ready to be copied for whoever asked. */
export function HuntResults({
  answers: found,
  again,
  sync,
}: {
  answers: readonly HuntAnswer[];
  again: ReactNode;
  sync: SyncControl;
}) {
  const { t } = useTranslation('hunt');
  const { params, set } = useFilters();
  const corrections = useHunt((hunt) => hunt.corrections);
  const answers = useMemo(() => corrected(found, corrections), [found, corrections]);
  const counts = useMemo(() => verdictCounts(answers), [answers]);
  const asked = VERDICTS.find((verdict) => verdict === params.get('verdict')) ?? null;
  const lines = useMemo(() => huntLines(answers, asked), [answers, asked]);
  const { start, running, starting } = sync;
  const columns = useMemo(() => huntColumns(t, { start, busy: running || starting }), [t, start, running, starting]);
  const text = useResultText();
  const source = useMemo(() => staticSource(lines, asked ?? ''), [lines, asked]);
  return (
    <div className="ld-tall ld-stack">
      <div className="ld-tab-head">
        <fieldset className="ld-verdicts" aria-label={t('column.verdict')}>
          <button type="button" aria-pressed={asked === null} onClick={() => set({ verdict: null })}>
            {t('all')} <b>{formatCount(answers.length)}</b>
          </button>
          {counts.map(({ verdict, count }) => (
            <button
              key={verdict}
              type="button"
              aria-pressed={asked === verdict}
              onClick={() => set({ verdict: asked === verdict ? null : verdict })}
              data-verdict={verdict}
            >
              {t(`verdict.${verdict}`)} <b>{formatCount(count)}</b>
            </button>
          ))}
        </fieldset>
        <span className="ld-tab-head__end">
          <CopyButton
            text={() => text(lines)}
            label={t('copy')}
            said={t('copy_rows', { count: lines.length })}
            disabled={lines.length === 0}
          />
          {again}
        </span>
      </div>
      <VirtualTable
        label={t('column.verdict')}
        source={source}
        columns={columns}
        rowKey={keyOf}
        rowHeight={52}
        empty={<EmptyState small title={t('none')} />}
      />
    </div>
  );
}
