// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which list elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the list, which names its active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the queue's keys are listened for on the whole page
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type ReactNode, type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { QueueRow } from './QueueRow.tsx';
import { type Chosen, rowKey } from './queue.ts';
import type { Queue } from './use-queue.ts';

const ROW_HEIGHT = 58;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 30;

interface Props {
  queue: Queue;
  active: number;
  chosen: Chosen;
  decided: ReadonlySet<string>;
  list: RefObject<HTMLDivElement | null>;
  /** Rows in sight, for whoever reads them again. */
  onSight: (rows: readonly OrderRow[]) => void;
  onPick: (place: number, event: MouseEvent) => void;
  onToggle: (place: number) => void;
  empty: ReactNode;
}

/** The rows of the queue; the active one is always in sight. */
export function QueueList({ queue, active, chosen, decided, list, onSight, onPick, onToggle, empty }: Props) {
  const { t } = useTranslation('review');
  const { rows, hasMore, loadMore } = queue;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) loadMore();
  }, [hasMore, last, rows.length, loadMore]);
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, virtual]);
  const first = items[0]?.index ?? 0;
  useEffect(() => onSight(rows.slice(first, last + 1)), [onSight, rows, first, last]);
  const id = (place: number) => `review-row-${place}`;
  return (
    <div
      ref={list}
      role="listbox"
      data-review-queue
      aria-label={t('queue.label')}
      aria-multiselectable
      aria-activedescendant={rows.length > 0 ? id(active) : undefined}
      aria-busy={queue.stale}
      tabIndex={0}
      className={`ld-queue__list${queue.stale ? ' ld-queue__list--stale' : ''}`}
    >
      {rows.length === 0 ? (
        empty
      ) : (
        <div className="ld-queue__rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index]!;
            const key = rowKey(row);
            return (
              <QueueRow
                key={key}
                id={id(index)}
                row={row}
                place={index}
                top={start}
                height={ROW_HEIGHT}
                active={index === active}
                chosen={chosen.all || chosen.keys.has(key)}
                choosing={chosen.all || chosen.keys.size > 0}
                decided={decided.has(key)}
                onPick={onPick}
                onToggle={onToggle}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}
