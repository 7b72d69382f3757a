import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, EmptyState, type Sort, staticSource, VirtualTable } from '../../../parts/index.ts';
import { type GroupSums, orderGroups } from './group-order.ts';

interface Props<Group> {
  label: string;
  groups: readonly Group[];
  columns: readonly Column<Group>[];
  keyOf: (group: Group) => string;
  totals: Record<string, ReactNode>;
  rowHeight?: number;
}

/** Sums of one grouping, sortable by every figure, with the period's totals below. */
export function GroupTable<Group extends GroupSums>({
  label,
  groups,
  columns,
  keyOf,
  totals,
  rowHeight = 36,
}: Props<Group>) {
  const { t } = useTranslation('settlement');
  const [sort, setSort] = useState<Sort>({ by: 'service_amount_fen', direction: 'desc' });
  const source = useMemo(() => staticSource(orderGroups(groups, sort)), [groups, sort]);
  return (
    <VirtualTable
      label={label}
      source={source}
      columns={columns}
      rowKey={keyOf}
      rowHeight={rowHeight}
      sort={sort}
      onSort={setSort}
      totals={totals}
      empty={<EmptyState title={t('empty.rows')} small />}
    />
  );
}
