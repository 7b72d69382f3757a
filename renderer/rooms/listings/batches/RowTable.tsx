import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { search as searchText } from '../../../../shared/contract/paging.ts';
import { STAGED_STATES, type StagedBatch, type StagedRow } from '../../../../shared/contract/staging.ts';
import { usePages } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { Count, EmptyState, SearchField, type Selection, useFailureText, VirtualTable } from '../../../parts/index.ts';
import { rowColumns } from './row-columns.tsx';

const PAGE_ROWS = 100;
const FILTERS = [...STAGED_STATES, 'blocked'] as const;
type Filter = (typeof FILTERS)[number];
const keyOf = (row: StagedRow) => String(row.place);

interface Props {
  batch: StagedBatch;
  selection: Selection<StagedRow>;
  onSelect: (selection: Selection<StagedRow>) => void;
}

/** The changes of a batch in the order they are made, by state. */
export function RowTable({ batch, selection, onSelect }: Props) {
  const { t } = useTranslation('staging');
  const { params, set } = useFilters();
  const failureText = useFailureText();
  const search = searchText.safeParse(params.get('search') ?? '').data ?? '';
  const state = FILTERS.find((name) => name === params.get('state')) ?? null;
  const pages = usePages('staging.rows', {
    batch_id: batch.batch_id,
    ...(state ? { state } : {}),
    ...(search ? { search } : {}),
    limit: PAGE_ROWS,
  });
  const columns = useMemo(() => rowColumns(t, failureText, batch.kind), [t, failureText, batch.kind]);
  return (
    <>
      <div className="ld-batch-filters">
        <StateTabs batch={batch} chosen={state} onChoose={(name) => set({ state: name })} />
        <SearchField value={search} onSearch={(text) => set({ search: text })} placeholder={t('search')} width={220} />
      </div>
      <VirtualTable
        label={t('column.what')}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        rowHeight={44}
        selection={selection}
        onSelect={onSelect}
        empty={<EmptyState title={t('empty.rows')} />}
      />
    </>
  );
}

/** One tab per state that has rows, with its count. */
function StateTabs({
  batch,
  chosen,
  onChoose,
}: {
  batch: StagedBatch;
  chosen: Filter | null;
  onChoose: (state: Filter | null) => void;
}) {
  const { t } = useTranslation('staging');
  const counts: Record<Filter, number> = { ...batch.counts, blocked: batch.blocked };
  const tabs = [
    { state: null, label: t('filter.all'), rows: batch.rows },
    ...FILTERS.filter((state) => counts[state] > 0 || state === chosen).map((state) => ({
      state,
      label: t(`row_state.${state}`),
      rows: counts[state],
    })),
  ];
  return (
    <div role="tablist" className="ld-tabs" aria-label={t('filter.label')}>
      {tabs.map(({ state, label, rows }) => (
        <button
          key={state ?? 'all'}
          type="button"
          role="tab"
          aria-selected={state === chosen}
          className="ld-tabs__tab"
          onClick={() => onChoose(state)}
          data-state={state ?? 'all'}
        >
          {label}
          <span className="ld-tabs__count">
            <Count of={rows} />
          </span>
        </button>
      ))}
    </div>
  );
}
