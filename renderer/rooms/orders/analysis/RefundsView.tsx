import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefundAgeing } from '../../../../shared/contract/analysis.ts';
import type { OrderFilter } from '../../../../shared/contract/order.ts';
import { formatFen, sumFen } from '../../../../shared/money.ts';
import { COMMISSION_STATUS } from '../../../../shared/status.ts';
import { DAY_SECONDS, formatInstant } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { navigate } from '../../../app/router/hash-location.ts';
import { ChartPanel } from '../../../parts/chart/ChartPanel.tsx';
import { useChartColours } from '../../../parts/chart/colours.ts';
import { EmptyState, formatCount, Loaded, Panel } from '../../../parts/index.ts';
import type { AnalysisProps } from './AnalysisTab.tsx';
import { barsOption } from './bars-option.ts';
import { FigureTable } from './FigureTable.tsx';
import { delayFilter, openRefundFilter, refundAgeFilter } from './filter-of.ts';
import { HALF_HEIGHT } from './half-height.ts';
import { measureText } from './measure.ts';
import { asked } from './question.ts';
import { RowsLink } from './RowsLink.tsx';
import { rowsAddress } from './rows-address.ts';
import { useBarName } from './use-bar-name.ts';
import { usePictureNote } from './use-picture-note.ts';

/** When refunds come after payment, and how long those without a settled or cancelled commission have waited. */
export function RefundsView({ filter, asOf }: AnalysisProps) {
  const { t } = useTranslation('analysis');
  const query = useRoute('analysis.refunds', asked(filter, asOf), { keep: true });
  return (
    <div className="ld-analysis__scroll">
      <Loaded query={query} lines={12}>
        {(refunds) =>
          refunds.rows === 0 ? (
            <EmptyState title={t('refunds.none')} text={t('refunds.none_hint')} />
          ) : (
            <div className="ld-stack">
              <After refunds={refunds} filter={filter} asOf={asOf} />
              <Open refunds={refunds} filter={filter} asOf={asOf} />
            </div>
          )
        }
      </Loaded>
    </div>
  );
}

type Props = AnalysisProps & { refunds: RefundAgeing };
const range = (bar: { from_days: number; to_days: number | null }) => ({ from: bar.from_days, to: bar.to_days });

function After({ refunds, filter, asOf }: Props) {
  const { t, i18n } = useTranslation('analysis');
  const colours = useChartColours();
  const note = usePictureNote(filter, asOf);
  const { barName, barMark } = useBarName();
  const { bars } = refunds;
  const option = useMemo(
    () =>
      barsOption(
        {
          names: bars.map((bar) => barName(range(bar), 'days')),
          marks: bars.map((bar) => barMark(range(bar), 'days')),
          series: [
            {
              name: t('refunds.unsettled_rows'),
              colour: colours.warn,
              soft: true,
              values: bars.map((bar) => bar.rows - bar.settled_rows),
            },
            {
              name: t('refunds.settled_rows'),
              colour: colours.bad,
              soft: true,
              values: bars.map((bar) => bar.settled_rows),
            },
          ],
          tipOf: (at) => [
            { name: t('refunds.rows'), value: formatCount(bars[at]!.rows), strong: true },
            { name: t('refunds.settled_rows'), value: formatCount(bars[at]!.settled_rows) },
            { name: t('refunds.amount'), value: formatFen(bars[at]!.refunded_fen) },
          ],
          language: i18n.language,
        },
        colours,
      ),
    [bars, colours, barName, barMark, t, i18n.language],
  );
  const refunded: OrderFilter = { ...filter, has_refund: true };
  const filterAt = (at: number) => delayFilter(refunded, 'refund_delay', range(bars[at]!), DAY_SECONDS);
  const undated = refunds.rows - bars.reduce((sum, bar) => sum + bar.rows, 0);
  const gaps = [
    ...(refunds.unknown_rows > 0 ? [t('refunds.unknown', { count: refunds.unknown_rows })] : []),
    ...(undated > 0 ? [t('refunds.undated', { count: undated })] : []),
  ];
  return (
    <ChartPanel
      title={t('refunds.after')}
      label={t('refunds.after_label', { rows: formatCount(refunds.rows), amount: formatFen(refunds.refunded_fen) })}
      note={note}
      option={option}
      height={HALF_HEIGHT}
      extra={
        <dl className="ld-analysis__marks">
          <div>
            <dt>{t('refunds.rows')}</dt>
            <dd>
              <RowsLink value={refunds.rows} measure="rows" rows={refunds.rows} filter={refunded} asOf={asOf} />
            </dd>
          </div>
          <div>
            <dt>{t('refunds.amount')}</dt>
            <dd>
              <RowsLink
                value={refunds.refunded_fen}
                measure="actual_payment_fen"
                rows={refunds.rows}
                filter={refunded}
                asOf={asOf}
              />
            </dd>
          </div>
        </dl>
      }
      hint={gaps.length > 0 ? gaps.join(' · ') : undefined}
      onPick={({ x }) => {
        if (bars[x]?.rows) navigate(rowsAddress(filterAt(x), asOf));
      }}
      table={
        <FigureTable
          heads={[t('refunds.age'), t('refunds.rows'), t('refunds.settled_rows'), t('refunds.amount')]}
          rows={bars.map((bar, at) => ({
            key: String(bar.from_days),
            name: barName(range(bar), 'days'),
            cells: [
              <RowsLink key="rows" value={bar.rows} measure="rows" rows={bar.rows} filter={filterAt(at)} asOf={asOf} />,
              <RowsLink
                key="settled"
                value={bar.settled_rows}
                measure="rows"
                rows={bar.settled_rows}
                filter={{ ...filterAt(at), commission_status: [COMMISSION_STATUS.settled] }}
                asOf={asOf}
              />,
              <RowsLink
                key="amount"
                value={bar.refunded_fen}
                measure="actual_payment_fen"
                rows={bar.rows}
                filter={filterAt(at)}
                asOf={asOf}
              />,
            ],
          }))}
        />
      }
    />
  );
}

function Open({ refunds, filter, asOf }: Props) {
  const { t, i18n } = useTranslation('analysis');
  const colours = useChartColours();
  const note = usePictureNote(filter, asOf);
  const { barName, barMark } = useBarName();
  const { open, now } = refunds;
  const option = useMemo(
    () =>
      barsOption(
        {
          names: open.map((bar) => barName(range(bar), 'days')),
          marks: open.map((bar) => barMark(range(bar), 'days')),
          series: [
            { name: t('refunds.open_rows'), colour: colours.warn, soft: true, values: open.map((bar) => bar.rows) },
          ],
          tipOf: (at) => [
            { name: t('refunds.open_rows'), value: formatCount(open[at]!.rows), strong: true },
            { name: t('refunds.service'), value: measureText('service_amount_fen', open[at]!.service_amount_fen) },
          ],
          language: i18n.language,
        },
        colours,
      ),
    [open, colours, barName, barMark, t, i18n.language],
  );
  const rows = open.reduce((sum, bar) => sum + bar.rows, 0);
  if (rows === 0)
    return (
      <Panel title={t('refunds.open')}>
        <EmptyState small title={t('refunds.none_open')} />
      </Panel>
    );
  const waiting = openRefundFilter(filter, refunds.open_statuses);
  const filterAt = (at: number) => refundAgeFilter(waiting, range(open[at]!), now);
  return (
    <ChartPanel
      title={t('refunds.open')}
      label={t('refunds.open_label', { rows: formatCount(rows) })}
      note={note}
      option={option}
      height={HALF_HEIGHT}
      extra={
        <dl className="ld-analysis__marks">
          <div>
            <dt>{t('refunds.open_rows')}</dt>
            <dd>
              <RowsLink value={rows} measure="rows" rows={rows} filter={waiting} asOf={asOf} />
            </dd>
          </div>
          <div>
            <dt>{t('refunds.service')}</dt>
            <dd>
              <RowsLink
                value={sumFen(open.map((bar) => bar.service_amount_fen))}
                measure="service_amount_fen"
                rows={rows}
                filter={waiting}
                asOf={asOf}
              />
            </dd>
          </div>
        </dl>
      }
      hint={t('refunds.open_hint', { instant: formatInstant(now) })}
      onPick={({ x }) => {
        if (open[x]?.rows) navigate(rowsAddress(filterAt(x), asOf));
      }}
      table={
        <FigureTable
          heads={[t('refunds.age'), t('refunds.open_rows'), t('refunds.service')]}
          rows={open.map((bar, at) => ({
            key: String(bar.from_days),
            name: barName(range(bar), 'days'),
            cells: [
              <RowsLink key="rows" value={bar.rows} measure="rows" rows={bar.rows} filter={filterAt(at)} asOf={asOf} />,
              <RowsLink
                key="service"
                value={bar.service_amount_fen}
                measure="service_amount_fen"
                rows={bar.rows}
                filter={filterAt(at)}
                asOf={asOf}
              />,
            ],
          }))}
        />
      }
    />
  );
}
