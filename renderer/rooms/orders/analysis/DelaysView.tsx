import { Checkbox } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Distribution } from '../../../../shared/contract/analysis.ts';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import { DAY_SECONDS, HOUR_SECONDS } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { navigate } from '../../../app/router/hash-location.ts';
import { ChartPanel } from '../../../parts/chart/ChartPanel.tsx';
import { useChartColours } from '../../../parts/chart/colours.ts';
import { EmptyState, formatCount, Loaded, Panel } from '../../../parts/index.ts';
import type { AnalysisProps } from './AnalysisTab.tsx';
import { barsOption } from './bars-option.ts';
import { FigureTable } from './FigureTable.tsx';
import { createdFrom, delayFilter } from './filter-of.ts';
import { HALF_HEIGHT } from './half-height.ts';
import { measureText } from './measure.ts';
import { asked } from './question.ts';
import { RowsLink } from './RowsLink.tsx';
import { rowsAddress } from './rows-address.ts';
import { useBarName } from './use-bar-name.ts';
import { useChoice } from './use-choice.ts';
import { usePictureNote } from './use-picture-note.ts';

/** How long orders take to reach the books, and commissions to be settled. */
export function DelaysView({ filter, asOf }: AnalysisProps) {
  const { t } = useTranslation('analysis');
  const [first, setFirst] = useChoice('delays_first_sync', ['with', 'without'], 'with');
  const note = usePictureNote(filter, asOf);
  const query = useRoute(
    'analysis.delays',
    { ...asked(filter, asOf), without_first_sync: first === 'without' },
    { keep: true },
  );
  return (
    <div className="ld-analysis__scroll">
      <Loaded query={query} lines={12}>
        {({ known, settled, known_from }) => (
          <div className="ld-stack">
            <Delay
              name="known"
              of="known_delay"
              found={known}
              filter={known_from === null ? filter : createdFrom(filter, known_from)}
              asOf={asOf}
              hint={known_from === null ? t('delays.known_hint') : t('delays.known_from_hint', { day: known_from })}
              note={known_from === null ? note : `${note} · ${t('delays.without_first_sync')}`}
              choice={
                <Checkbox
                  checked={first === 'without'}
                  onChange={(event) => setFirst(event.target.checked ? 'without' : 'with')}
                  data-testid="delays-first-sync"
                >
                  {t('delays.without_first_sync')}
                </Checkbox>
              }
            />
            <Delay
              name="settled"
              of="settle_delay"
              found={settled}
              filter={filter}
              asOf={asOf}
              hint={t('delays.settled_hint')}
              note={note}
            />
          </div>
        )}
      </Loaded>
    </div>
  );
}

interface Props extends Pick<AnalysisProps, 'asOf'> {
  name: 'known' | 'settled';
  of: 'known_delay' | 'settle_delay';
  found: Distribution;
  /** The rows that were counted; null where the orders page cannot be asked for just them. */
  filter: OrderFilter | null;
  hint: string;
  note: string;
  choice?: ReactNode;
}

function Delay({ name, of, found, filter, asOf, hint, note, choice }: Props) {
  const { t, i18n } = useTranslation('analysis');
  const colours = useChartColours();
  const { barName, barMark } = useBarName();
  const { unit, bars, rows } = found;
  const option = useMemo(
    () =>
      barsOption(
        {
          names: bars.map((bar) => barName(bar, unit)),
          marks: bars.map((bar) => barMark(bar, unit)),
          series: [{ name: t('delays.rows'), colour: colours.accent, values: bars.map((bar) => bar.rows) }],
          tipOf: (at) => [
            { name: t('delays.rows'), value: formatCount(bars[at]!.rows), strong: true },
            { name: t('delays.share'), value: share(bars[at]!.rows, rows) },
            { name: t('delays.service'), value: measureText('service_amount_fen', bars[at]!.service_amount_fen) },
          ],
          language: i18n.language,
        },
        colours,
      ),
    [bars, rows, unit, colours, barName, barMark, t, i18n.language],
  );
  const title = t(`delays.${name}`);
  if (rows === 0)
    return (
      <Panel title={title} extra={choice}>
        {choice ? <p className="ld-picture__hint">{hint}</p> : null}
        <EmptyState small title={t('delays.none')} />
      </Panel>
    );
  const seconds = unit === 'hours' ? HOUR_SECONDS : DAY_SECONDS;
  const length = (value: number | null) => {
    if (value === null) return '—';
    // Nobody counts more than two days in hours.
    const days = unit === 'hours' && value > 48;
    return t(`delays.${days ? 'days' : unit}`, { count: grouped.format(days ? value / 24 : value) });
  };
  const filterAt = (at: number) => filter && delayFilter(filter, of, bars[at]!, seconds);
  return (
    <ChartPanel
      title={title}
      label={t('delays.label', {
        title,
        rows: formatCount(rows),
        median: length(found.median),
        p90: length(found.p90),
      })}
      note={note}
      option={option}
      height={HALF_HEIGHT}
      extra={
        <>
          {choice}
          <dl className="ld-analysis__marks">
            {(['median', 'p90', 'p99'] as const).map((mark) => (
              <div key={mark}>
                <dt>{t(`delays.${mark}`)}</dt>
                <dd>{length(found[mark])}</dd>
              </div>
            ))}
          </dl>
        </>
      }
      hint={hint}
      onPick={({ x }) => {
        const narrowed = bars[x]?.rows ? filterAt(x) : null;
        if (narrowed) navigate(rowsAddress(narrowed, asOf));
      }}
      table={
        <FigureTable
          heads={[t('delays.wait'), t('delays.rows'), t('delays.share'), t('delays.service')]}
          rows={bars.map((bar, at) => ({
            key: String(bar.from),
            name: barName(bar, unit),
            cells: [
              <RowsLink
                key="rows"
                value={bar.rows}
                measure="rows"
                rows={bar.rows}
                filter={filterAt(at)}
                why={t('delays.no_link')}
                asOf={asOf}
              />,
              share(bar.rows, rows),
              <RowsLink
                key="service"
                value={bar.service_amount_fen}
                measure="service_amount_fen"
                rows={bar.rows}
                filter={filterAt(at)}
                why={t('delays.no_link')}
                asOf={asOf}
              />,
            ],
          }))}
        />
      }
    />
  );
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const share = (part: number, all: number) => `${((part / all) * 100).toFixed(1)}%`;
