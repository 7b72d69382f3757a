// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the links inside the cells take the focus
import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Measure, measureText } from './measure.ts';
import type { PivotSort, PivotTable, PivotWords } from './pivot-table.ts';

const ROW = 30;
const HEAD = 34;
const NAME = 220;
const FIGURE = 124;

interface Props {
  label: string;
  table: PivotTable;
  words: PivotWords;
  measure: Measure;
  crossed: boolean;
  heat: boolean;
  stale: boolean;
  sort: PivotSort | null;
  onSort: (sort: PivotSort | null) => void;
  /** The rows behind a figure, by place in the answer; null takes all. */
  addressOf: (row: number | null, column: number | null) => string;
}

/**
 * The table of a pivot: names, heads and totals stay in sight, rows out of sight are not mounted. One figure at a time is
 * in the tab order; arrow keys go from one to the next.
 */
export function PivotGrid(props: Props) {
  const { table, words, crossed, sort, onSort, addressOf } = props;
  const { t } = useTranslation('analysis');
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ line: 0, at: 0 });
  const virtual = useVirtualizer({
    count: table.lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 6,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: HEAD,
  });
  // Figures of a line: its total where the columns are members, then its values.
  const lead = crossed ? 1 : 0;
  const figures = lead + table.columns.length;
  const tracks = `${NAME}px repeat(${figures}, minmax(${FIGURE}px, 1fr))`;
  const width = NAME + figures * FIGURE;

  const go = (line: number, at: number) => {
    const next = {
      line: Math.max(0, Math.min(line, table.lines.length)),
      at: Math.max(0, Math.min(at, figures - 1)),
    };
    setActive(next);
    if (next.line < table.lines.length) virtual.scrollToIndex(next.line);
    // The row may have to be mounted first.
    requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[data-figure="${next.line}:${next.at}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || !(event.target as HTMLElement).dataset.figure) return;
    event.preventDefault();
    go(active.line + step[0], active.at + step[1]);
  };

  const figure = (line: number, at: number, value: number | null, measure: Measure, address: () => string) => {
    const focusable = active.line === line && active.at === at;
    const place = {
      'data-figure': `${line}:${at}`,
      tabIndex: focusable ? 0 : -1,
      onFocus: () => setActive({ line, at }),
    };
    if (value === null)
      return (
        <span className="ld-pivot__none" {...place}>
          ·
        </span>
      );
    return (
      <Link href={address()} className={`ld-figure${value < 0 ? ' ld-figure--negative' : ''}`} {...place}>
        {measureText(measure, value)}
      </Link>
    );
  };

  return (
    <div
      ref={scroll}
      role="grid"
      aria-label={props.label}
      aria-rowcount={table.lines.length + 2}
      aria-colcount={figures + 1}
      aria-busy={props.stale}
      className={`ld-pivot__grid${props.stale ? ' ld-pivot__grid--stale' : ''}`}
      onKeyDown={onKeyDown}
    >
      <div className="ld-pivot__inner" style={{ minWidth: width }}>
        <div
          role="row"
          aria-rowindex={1}
          className="ld-pivot__head"
          style={{ gridTemplateColumns: tracks, height: HEAD }}
        >
          <div role="columnheader" className="ld-pivot__name">
            <span className="ld-ellipsis" title={words.corner}>
              {words.corner}
            </span>
          </div>
          {crossed ? (
            <Head
              title={words.total}
              of={null}
              sort={sort}
              onSort={onSort}
              label={t('sort_by', { column: words.total })}
            />
          ) : null}
          {words.columns.map((title, at) => (
            <Head
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
              key={at}
              title={title}
              of={at}
              sort={sort}
              onSort={onSort}
              label={t('sort_by', { column: title })}
            />
          ))}
        </div>
        <div role="rowgroup" className="ld-pivot__body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const line = table.lines[item.index];
            if (!line) return null;
            const name = words.rows[line.row]!;
            return (
              <div
                key={line.row}
                role="row"
                aria-rowindex={item.index + 2}
                className="ld-pivot__row"
                style={{ transform: `translateY(${item.start}px)`, height: ROW, gridTemplateColumns: tracks }}
              >
                <div role="rowheader" className="ld-pivot__name" title={words.hints[line.row]}>
                  <span className="ld-ellipsis">{name}</span>
                </div>
                {crossed ? (
                  <div role="gridcell" className="ld-pivot__cell ld-pivot__cell--total">
                    {figure(item.index, 0, line.total, props.measure, () => addressOf(line.row, null))}
                  </div>
                ) : null}
                {line.values.map((value, at) => (
                  <div
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
                    key={at}
                    role="gridcell"
                    className="ld-pivot__cell"
                    style={props.heat ? shade(value, table.largest[at]!) : undefined}
                  >
                    {figure(item.index, at + lead, value, table.columns[at]!.measure, () =>
                      addressOf(line.row, table.columns[at]!.column),
                    )}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
        <div
          role="row"
          aria-rowindex={table.lines.length + 2}
          className="ld-pivot__totals"
          style={{ gridTemplateColumns: tracks, height: HEAD }}
        >
          <div role="rowheader" className="ld-pivot__name">
            {words.total}
          </div>
          {crossed ? (
            <div role="gridcell" className="ld-pivot__cell ld-pivot__cell--total">
              {figure(table.lines.length, 0, table.footer.total, props.measure, () => addressOf(null, null))}
            </div>
          ) : null}
          {table.footer.values.map((value, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
            <div key={at} role="gridcell" className="ld-pivot__cell">
              {figure(table.lines.length, at + lead, value, table.columns[at]!.measure, () =>
                addressOf(null, table.columns[at]!.column),
              )}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -1000],
  End: [0, 1000],
  PageUp: [-15, 0],
  PageDown: [15, 0],
};

function Head({
  title,
  of,
  label,
  sort,
  onSort,
}: {
  title: string;
  of: number | null;
  label: string;
  sort: PivotSort | null;
  onSort: (sort: PivotSort | null) => void;
}) {
  const direction = sort?.column === of ? sort.direction : null;
  // Greatest first, least first, and back to the order of the answer.
  const next: PivotSort | null =
    direction === null
      ? { column: of, direction: 'desc' }
      : direction === 'desc'
        ? { column: of, direction: 'asc' }
        : null;
  return (
    <div
      role="columnheader"
      aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
      className={`ld-pivot__cell${of === null ? ' ld-pivot__cell--total' : ''}`}
    >
      <button
        type="button"
        className={`ld-pivot__sort${direction ? ' ld-pivot__sort--on' : ''}`}
        aria-label={label}
        title={title}
        onClick={() => onSort(next)}
      >
        <span className="ld-ellipsis">{title}</span>
        {direction === 'asc' ? <CaretUpFilled /> : <CaretDownFilled />}
      </button>
    </div>
  );
}

/** From nothing to about a quarter of the accent, so that the figure stays readable in both themes. */
function shade(value: number | null, largest: number): CSSProperties | undefined {
  if (!value || largest === 0) return undefined;
  const share = Math.round((Math.abs(value) / largest) * 26);
  return { background: `color-mix(in srgb, var(--ld-${value < 0 ? 'bad' : 'accent'}) ${share}%, transparent)` };
}
