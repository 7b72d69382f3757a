import { HolderOutlined, VerticalLeftOutlined, VerticalRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, changedColumn, movedColumn, type Pin } from './columns.ts';
import { useColumns } from './use-columns.ts';

/**
 * Every column of a table: shown or not, in which order, pinned to which edge. A row is dragged by its handle, or
 * moved with Alt and the arrow keys.
 */
export function ColumnList<Row>({ table, columns }: { table: string; columns: readonly Column<Row>[] }) {
  const { t } = useTranslation('parts');
  const { placed, change, reset } = useColumns(table, columns);
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<{ id: string; to: number } | null>(null);
  const [search, setSearch] = useState('');
  const last = placed.filter(({ shown }) => shown).length === 1;
  const wanted = search.trim().toLowerCase();
  const found = wanted ? placed.filter(({ title }) => title.toLowerCase().includes(wanted)) : placed;

  const move = (id: string, to: number) => change((choice) => movedColumn(choice, id, to));
  const pin = (id: string, pinned: Pin | undefined) => change((choice) => changedColumn(choice, id, { pinned }));

  const onKeyDown = (event: KeyboardEvent, id: string, place: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (event.altKey) {
      if (!wanted) move(id, place + by);
      return;
    }
    const boxes = [...(list.current?.querySelectorAll<HTMLElement>('input[type=checkbox]') ?? [])];
    boxes[boxes.findIndex((box) => box.closest('li')?.dataset.column === id) + by]?.focus();
  };

  const placeAt = (y: number): number => {
    const rows = [...(list.current?.children ?? [])];
    const under = rows.findIndex((row) => y < row.getBoundingClientRect().bottom);
    return under < 0 ? rows.length - 1 : under;
  };
  const onDrag = (event: PointerEvent, id: string) => {
    if (dragged?.id !== id) return;
    const to = placeAt(event.clientY);
    if (to !== dragged.to) setDragged({ id, to });
  };
  const shown = dragged ? movedColumn(placed as never, dragged.id, dragged.to) : null;
  const rows = shown ? (shown as unknown as typeof placed) : found;

  return (
    <div className="ld-columns">
      <input
        type="search"
        className="ld-columns__search"
        placeholder={t('columns_search')}
        aria-label={t('columns_search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul ref={list} className="ld-columns__list">
        {rows.map((column) => (
          <li
            key={column.id}
            data-column={column.id}
            className={`ld-columns__row${dragged?.id === column.id ? ' ld-columns__row--dragged' : ''}`}
          >
            <span
              className="ld-columns__handle"
              aria-hidden
              title={t('columns_drag')}
              data-idle={wanted !== ''}
              onPointerDown={(event) => {
                if (wanted || event.button !== 0) return;
                event.preventDefault();
                event.currentTarget.setPointerCapture(event.pointerId);
                setDragged({ id: column.id, to: placed.findIndex(({ id }) => id === column.id) });
              }}
              onPointerMove={(event) => onDrag(event, column.id)}
              onPointerUp={() => {
                if (dragged) move(dragged.id, dragged.to);
                setDragged(null);
              }}
              onPointerCancel={() => setDragged(null)}
            >
              <HolderOutlined />
            </span>
            <label className="ld-columns__name">
              <input
                type="checkbox"
                className="ld-check"
                checked={column.shown}
                disabled={last && column.shown}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                onChange={(event) =>
                  change((choice) => changedColumn(choice, column.id, { shown: event.target.checked }))
                }
                onKeyDown={(event) =>
                  onKeyDown(
                    event,
                    column.id,
                    placed.findIndex(({ id }) => id === column.id),
                  )
                }
              />
              <span className="ld-ellipsis" title={column.title}>
                {column.title}
              </span>
            </label>
            {(['start', 'end'] as const).map((edge) => (
              <button
                key={edge}
                type="button"
                className="ld-columns__pin"
                aria-pressed={column.pinned === edge}
                aria-label={t(edge === 'start' ? 'columns_pin_start' : 'columns_pin_end', { column: column.title })}
                title={t(edge === 'start' ? 'columns_pin_start' : 'columns_pin_end', { column: column.title })}
                onClick={() => pin(column.id, column.pinned === edge ? undefined : edge)}
              >
                {edge === 'start' ? <VerticalRightOutlined /> : <VerticalLeftOutlined />}
              </button>
            ))}
          </li>
        ))}
      </ul>
      <div className="ld-columns__foot">
        <span className="ld-faint">{t('columns_hint')}</span>
        <Button size="small" type="link" onClick={reset}>
          {t('columns_reset')}
        </Button>
      </div>
    </div>
  );
}
