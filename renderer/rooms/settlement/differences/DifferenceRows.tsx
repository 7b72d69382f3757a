import { App, Segmented, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  COMPARED,
  type Compared,
  type DifferenceRow,
  type Recomputation,
} from '../../../../shared/contract/difference.ts';
import { usePages } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { navigate } from '../../../app/router/hash-location.ts';
import { EmptyState, formatCount, Money, type Selection, tsvOf, VirtualTable } from '../../../parts/index.ts';
import { orderAddress } from '../../orders/open-order.ts';
import { useBecause } from './because.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { ReasonChoice } from './DifferenceBand.tsx';
import { differenceColumns } from './difference-columns.tsx';
import { readDifferences, STATES, type State } from './difference-question.ts';

const PAGE_ROWS = 100;
const keyOf = ({ order_id, sku_id, of }: DifferenceRow) => `${order_id}/${sku_id}/${of}`;

/** The month's differences in one amount, greatest first. */
export function DifferenceRows({ period, found }: { period: string; found: Recomputation }) {
  const { t } = useTranslation('difference');
  const { message } = App.useApp();
  const because = useBecause();
  const { params, set } = useFilters();
  const text = params.toString();
  const question = useMemo(() => readDifferences(new URLSearchParams(text)), [text]);
  const { of, reason, accepted } = question;
  const [selection, setSelection] = useState<Selection<DifferenceRow>>(new Map());
  const pages = usePages('difference.page', { period, ...question, limit: PAGE_ROWS });
  const columns = useMemo(() => differenceColumns(t, because), [t, because]);
  const open = useCallback((row: DifferenceRow) => navigate(orderAddress(row)), []);
  const copy = (rows: DifferenceRow[]) =>
    void navigator.clipboard
      .writeText(tsvOf(rows, columns, true))
      .then(() => message.success(t('copied', { count: rows.length })));
  const clear = useCallback(() => setSelection(new Map()), []);
  const narrow = (patch: Record<string, string | null>) => {
    clear();
    set(patch);
  };
  const narrowed = reason !== undefined || accepted !== undefined;
  return (
    <>
      <div className="ld-differences__filters">
        <Select<Compared>
          aria-label={t('compared')}
          value={of}
          onChange={(value) => narrow({ of: value === 'service_amount' ? null : value, reason: null })}
          options={COMPARED.map((value) => ({ value, label: t(`of.${value}`) }))}
          popupMatchSelectWidth={false}
        />
        <Segmented<State | 'all'>
          aria-label={t('column.accepted')}
          value={accepted === undefined ? 'all' : accepted ? 'accepted' : 'open'}
          onChange={(value) => narrow({ state: value === 'all' ? null : value })}
          options={[
            { value: 'all', label: t('all') },
            ...STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
        />
        {of === 'service_amount' && found.reasons.length > 0 ? (
          <ReasonChoice found={found} reason={reason} onReason={(value) => narrow({ reason: value })} />
        ) : null}
        {pages.first ? (
          <span className="ld-soft ld-differences__total">
            {t('rows', { rows: formatCount(pages.first.total) })} <Money fen={pages.first.total_fen} />
          </span>
        ) : null}
      </div>
      <VirtualTable
        label={t('title')}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        rowHeight={44}
        onOpen={open}
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
      {selection.size > 0 ? <ChosenBar selection={selection} onClear={clear} /> : null}
    </>
  );
}
