import { UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FundsMatch, FundsRow } from '../../../../shared/contract/funds.ts';
import { usePages, useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import {
  EmptyState,
  Loaded,
  SearchField,
  type Selection,
  type Sort,
  tsvOf,
  VirtualTable,
} from '../../../parts/index.ts';
import type { PeriodViewProps } from '../views.ts';
import { AgeBars } from './AgeBars.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import { FilterTags } from './FilterTags.tsx';
import { FlowsDrawer, type ShownFlows } from './FlowsDrawer.tsx';
import { fundsColumns } from './funds-columns.tsx';
import { readFundsQuestion } from './funds-question.ts';
import { DropPage } from './import/DropPage.tsx';
import { ImportDialog } from './import/ImportDialog.tsx';
import { ImportsDrawer } from './import/ImportsDrawer.tsx';
import { mayBeTable, useImport } from './import/use-import.ts';
import { MatchBand } from './MatchBand.tsx';
import { MatchNotes } from './MatchNotes.tsx';
import { OrderDrawer } from './OrderDrawer.tsx';
import { StateChips } from './StateChips.tsx';
import './funds.css';

/** The month's orders between the books, the flows of the balance and files of a console or merchant. */
export default function FundsView({ period }: PeriodViewProps) {
  const { t } = useTranslation('funds');
  const { message } = App.useApp();
  const match = useRoute('funds.match', { period }, { keep: true });
  const files = useRoute('import.list', {}).data ?? [];
  const [listing, setListing] = useState(false);
  const { opened, open, choose, close } = useImport();
  const field = useRef<HTMLInputElement>(null);

  const take = (dropped: readonly File[]) => {
    const [file] = dropped;
    if (!file) return;
    if (!mayBeTable(file.name)) return void message.error(t('import.wrong_kind'));
    if (dropped.length > 1) message.info(t('import.one_file'));
    void open(file);
  };

  return (
    <DropPage onFiles={take}>
      <header>
        <h2>{period}</h2>
        <span className="ld-period-actions">
          <Button onClick={() => setListing(true)}>{t('import.list_button', { count: files.length })}</Button>
          <Button type="primary" icon={<UploadOutlined />} onClick={() => field.current?.click()}>
            {t('import.button')}
          </Button>
        </span>
        <input
          ref={field}
          type="file"
          accept=".xlsx,.csv,.tsv,.txt"
          hidden
          data-testid="funds-file"
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            // The same file may be chosen again after it was mended.
            event.target.value = '';
            take(chosen);
          }}
        />
      </header>
      <Loaded query={match} lines={10}>
        {(data) => <Match key={data.period} match={data} />}
      </Loaded>
      <ImportsDrawer open={listing} files={files} onClose={() => setListing(false)} />
      {opened ? <ImportDialog period={period} opened={opened} onChoose={choose} onClose={close} /> : null}
    </DropPage>
  );
}

const PAGE_ROWS = 100;
const keyOf = (row: FundsRow) => row.key;
const GREATEST_FIRST: Sort = { by: 'difference', direction: 'desc' };

function Match({ match }: { match: FundsMatch }) {
  const { t } = useTranslation('funds');
  const { message } = App.useApp();
  const { params, set } = useFilters();
  const text = params.toString();
  const question = useMemo(() => readFundsQuestion(new URLSearchParams(text)), [text]);
  const [sort, setSort] = useState(GREATEST_FIRST);
  const [selection, setSelection] = useState<Selection<FundsRow>>(new Map());
  const [open, setOpen] = useState<FundsRow | null>(null);
  const [flows, setFlows] = useState<ShownFlows | null>(null);
  const pages = usePages('funds.page', {
    period: match.period,
    ...question,
    sort: sort.by as 'difference',
    direction: sort.direction,
    limit: PAGE_ROWS,
  });
  const withFile = match.file_fen !== null;
  const columns = useMemo(() => fundsColumns(t, withFile), [t, withFile]);
  const openRow = useCallback((row: FundsRow) => setOpen(row), []);
  const copy = (rows: FundsRow[]) =>
    void navigator.clipboard
      .writeText(tsvOf(rows, columns, true))
      .then(() => message.success(t('copied', { count: rows.length })));
  const narrowed = Object.keys(question).length > 0;

  return (
    <>
      <MatchBand match={match} onFlows={() => setFlows({ of: 'commission' })} />
      <MatchNotes match={match} onFlows={setFlows} onFile={(file) => set({ file, state: null, age: null })} />
      <AgeBars
        match={match}
        chosen={question.age && question.state ? `${question.state} ${params.get('age')}` : null}
        onChoose={(choice) => set(choice ?? { age: null, state: null })}
      />
      <div className="ld-funds__filters">
        <StateChips match={match} state={question.state} onState={(state) => set({ state, age: null })} />
        <FilterTags question={question} onClear={(patch) => set(patch)} />
        <SearchField
          value={question.search ?? ''}
          onSearch={(search) => set({ search })}
          placeholder={t('search')}
          width={200}
        />
      </div>
      <VirtualTable
        label={t('title')}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        rowHeight={36}
        onOpen={openRow}
        openKey={open ? keyOf(open) : null}
        sort={sort}
        onSort={setSort}
        selection={selection}
        onSelect={setSelection}
        onCopy={copy}
        empty={
          narrowed ? (
            <EmptyState title={t('empty.filtered')} />
          ) : (
            <EmptyState title={t('empty.title')} text={t('empty.hint')} />
          )
        }
      />
      {selection.size > 0 ? <ChosenBar selection={selection} onClear={() => setSelection(new Map())} /> : null}
      <OrderDrawer row={open} onClose={() => setOpen(null)} />
      <FlowsDrawer period={match.period} flows={flows} onClose={() => setFlows(null)} />
    </>
  );
}
