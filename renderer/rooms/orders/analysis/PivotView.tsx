import { SwapOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DIMENSIONS, type Dimension, PIVOT_ROWS, type Pivot } from '../../../../shared/contract/analysis.ts';
import { useRoute } from '../../../app/client/index.ts';
import { CopyButton, ErrorState, formatCount, LoadingState } from '../../../parts/index.ts';
import type { AnalysisProps } from './AnalysisTab.tsx';
import { filterOf } from './filter-of.ts';
import { MEASURES, type Measure, rankOf } from './measure.ts';
import { NothingFound } from './NothingFound.tsx';
import { PivotGrid } from './PivotGrid.tsx';
import { type PivotSort, pivotTable, pivotTsv } from './pivot-table.ts';
import { asked } from './question.ts';
import { rowsAddress } from './rows-address.ts';
import { useChoice } from './use-choice.ts';
import { useMemberWord } from './use-member-word.ts';

const COLUMN_CHOICES = ['none', ...DIMENSIONS] as const;
type ColumnChoice = (typeof COLUMN_CHOICES)[number];

/** Sums by one dimension or two, each figure a link to its rows. */
export function PivotView({ filter, asOf }: AnalysisProps) {
  const { t } = useTranslation('analysis');
  const [rows, setRows] = useChoice('pivot_rows', DIMENSIONS, 'shop_appid');
  const [columns, setColumns] = useChoice<ColumnChoice>('pivot_columns', COLUMN_CHOICES, 'month');
  const [measure, setMeasure] = useChoice<Measure>('pivot_measure', MEASURES, 'service_amount_fen');
  const [heat, setHeat] = useChoice('pivot_heat', ['on', 'off'], 'on');
  const crossed = columns !== 'none';
  const choices = DIMENSIONS.map((value) => ({ value, label: t(`dimension.${value}`) }));
  return (
    <section className="ld-pivot">
      <div className="ld-analysis__bar">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the select inside is the control */}
        <label>
          {t('rows_by')}
          <Select<Dimension> value={rows} onChange={setRows} options={choices} popupMatchSelectWidth={false} />
        </label>
        <Tooltip title={t('swap')}>
          <Button
            aria-label={t('swap')}
            icon={<SwapOutlined />}
            disabled={!crossed}
            onClick={() => {
              setRows(columns as Dimension);
              setColumns(rows);
            }}
          />
        </Tooltip>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the select inside is the control */}
        <label>
          {t('columns_by')}
          <Select<ColumnChoice>
            value={columns}
            onChange={setColumns}
            options={[{ value: 'none', label: t('no_columns') }, ...choices]}
            popupMatchSelectWidth={false}
          />
        </label>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the select inside is the control */}
        <label>
          {t('measure_label')}
          <Select<Measure>
            value={measure}
            onChange={setMeasure}
            options={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
            popupMatchSelectWidth={false}
          />
        </label>
        <Checkbox checked={heat === 'on'} onChange={(event) => setHeat(event.target.checked ? 'on' : 'off')}>
          {t('heat')}
        </Checkbox>
      </div>
      <Answer
        // Another table is another answer: its columns are others, and so is what its figures lead to.
        key={`${rows} ${columns}`}
        rows={rows}
        columns={crossed ? columns : null}
        measure={measure}
        heat={heat === 'on'}
        filter={filter}
        asOf={asOf}
      />
    </section>
  );
}

interface Asked extends AnalysisProps {
  rows: Dimension;
  columns: Dimension | null;
  measure: Measure;
  heat: boolean;
}

function Answer(props: Asked) {
  const { filter, asOf, rows, columns, measure } = props;
  const pivot = useRoute(
    'analysis.pivot',
    { ...asked(filter, asOf), rows, columns, by: rankOf(measure) },
    { keep: true },
  );
  if (pivot.data) {
    if (pivot.data.total.rows === 0) return <NothingFound />;
    return <Shown {...props} pivot={pivot.data} stale={pivot.isPlaceholderData} />;
  }
  if (pivot.error) return <ErrorState error={pivot.error} onRetry={() => void pivot.refetch()} />;
  return <LoadingState lines={12} />;
}

function Shown({ pivot, stale, rows, columns, measure, heat, filter, asOf }: Asked & { pivot: Pivot; stale: boolean }) {
  const { t } = useTranslation('analysis');
  const word = useMemberWord();
  const [sort, setSort] = useState<PivotSort | null>(null);
  const table = useMemo(() => pivotTable(pivot, measure, sort), [pivot, measure, sort]);
  const { axis } = filter;
  const words = useMemo(
    () => ({
      corner: columns ? `${t(`dimension.${rows}`)} × ${t(`dimension.${columns}`)}` : t(`dimension.${rows}`),
      total: t('total'),
      rows: pivot.rows.map((member) => word(rows, member, axis)),
      hints: pivot.rows.map((member) => {
        const name = word(rows, member, axis);
        return member.label === null ? name : `${name} · ${member.value}`;
      }),
      columns: table.columns.map((column) =>
        column.column === null || !columns
          ? t(`measure.${column.measure}`)
          : word(columns, pivot.columns[column.column]!, axis),
      ),
    }),
    [t, word, pivot, table.columns, rows, columns, axis],
  );
  const addressOf = (row: number | null, column: number | null) => {
    const byRow = row === null ? filter : filterOf(filter, rows, pivot.rows[row]!.value);
    const narrowed = column === null || !columns ? byRow : filterOf(byRow, columns, pivot.columns[column]!.value);
    return rowsAddress(narrowed, asOf);
  };
  return (
    <>
      <PivotGrid
        label={words.corner}
        table={table}
        words={words}
        measure={measure}
        crossed={columns !== null && pivot.columns.length > 0}
        heat={heat}
        stale={stale}
        sort={sort}
        onSort={setSort}
        addressOf={addressOf}
      />
      <div className="ld-analysis__foot">
        <span>{t('shown', { axis: t(`axis.${axis}`) })}</span>
        {pivot.hidden_rows > 0 ? (
          <span>
            {t('hidden_rows', { count: pivot.hidden_rows })}
            {' · '}
            {t('greatest', { measure: t(`measure.${rankOf(measure)}`), count: PIVOT_ROWS })}
          </span>
        ) : null}
        {pivot.hidden_columns > 0 ? <span>{t('hidden_columns', { count: pivot.hidden_columns })}</span> : null}
        <CopyButton
          text={() => pivotTsv(table, measure, words)}
          label={t('copy')}
          said={t('copied', { rows: formatCount(table.lines.length) })}
        />
      </div>
    </>
  );
}
