import { Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../shared/channel.ts';
import type { Overview } from '../../../shared/contract/desk.ts';
import { formatFen } from '../../../shared/money.ts';
import { navigate } from '../../app/router/hash-location.ts';
import { EmptyState, formatCount, Panel, useChannelWord } from '../../parts/index.ts';
import { useView } from '../../state/view.ts';
import { ordersAddress } from '../orders/address.ts';
import { axisText } from './axis-text.ts';
import { type ChartShape, chartShape, type DayBar, METRICS, type Metric } from './chart-shape.ts';

const HEIGHT = 208;
const LEFT = 52;
const BOTTOM = 22;
const TOP = 10;
const RIGHT = 10;

const toneOf = (channel: Channel) => (channel === 'promoter' || channel === 'talent' ? channel : 'unknown');

/** Thirty days of sales, a bar a day by channel. A bar opens the orders paid on its day. */
export function SalesChart({ days }: { days: Overview['days'] }) {
  const { t } = useTranslation('overview');
  const [metric, setMetric] = useState<Metric>('actual_payment_fen');
  const shape = useMemo(() => chartShape(days, metric), [days, metric]);
  const word = useChannelWord();
  return (
    <Panel
      title={t('chart.title')}
      extra={
        <Segmented
          size="small"
          value={metric}
          onChange={setMetric}
          options={METRICS.map((value) => ({ value, label: t(`chart.metric.${value}`) }))}
        />
      }
    >
      {shape.bars.length === 0 ? (
        <EmptyState small title={t('chart.empty')} />
      ) : (
        <>
          <div className="ld-chart__legend">
            {shape.legend.map(({ channel, sum }) => (
              <span key={channel}>
                <i className={`ld-chart__key ld-chart__key--${toneOf(channel)}`} />
                {word(channel)} <b>{metric === 'rows' ? formatCount(sum) : formatFen(sum)}</b>
              </span>
            ))}
          </div>
          <Bars shape={shape} metric={metric} />
        </>
      )}
    </Panel>
  );
}

function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

function Bars({ shape, metric }: { shape: ChartShape; metric: Metric }) {
  const { t } = useTranslation('overview');
  const language = useView((view) => view.language);
  const [box, width] = useWidth();
  const [hover, setHover] = useState<number | null>(null);
  const room = HEIGHT - TOP - BOTTOM;
  const step = (width - LEFT - RIGHT) / shape.bars.length;
  const bar = Math.max(3, Math.min(22, Math.floor(step * 0.68)));
  const y = (value: number) => TOP + room - (value / shape.top) * room;
  const every = Math.ceil(48 / step);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only ends what the bars' own hovering began
    <div ref={box} className="ld-chart" onMouseLeave={() => setHover(null)}>
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={t('chart.label', { metric: t(`chart.metric.${metric}`) })}
      >
        {shape.ticks.map((tick) => (
          <g key={tick}>
            <line className="ld-chart__line" x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
            <text className="ld-chart__tick" x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {axisText(tick, metric, language)}
            </text>
          </g>
        ))}
        {shape.bars.map((day, index) => {
          const x = LEFT + index * step + (step - bar) / 2;
          const last = shape.bars.length - 1;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut; the orders room's date filter has the same rows
            <g
              key={day.day}
              className="ld-chart__day"
              onMouseEnter={() => setHover(index)}
              onClick={() => navigate(ordersAddress({ axis: 'paid', from: day.day, to: day.day }))}
            >
              <rect className="ld-chart__hit" x={LEFT + index * step} y={TOP} width={step} height={room} />
              {day.parts.map((part) => (
                <rect
                  key={part.channel}
                  className={`ld-chart__part ld-chart__part--${toneOf(part.channel)}`}
                  x={x}
                  width={bar}
                  y={y(part.from + part.value)}
                  height={Math.max(0, y(part.from) - y(part.from + part.value))}
                />
              ))}
              {(last - index) % every === 0 ? (
                <text className="ld-chart__tick" x={x + bar / 2} y={HEIGHT - 6} textAnchor="middle">
                  {day.day.slice(5)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      {hover === null ? null : (
        <DayTip
          day={shape.bars[hover]!}
          metric={metric}
          left={LEFT + (hover + 0.5) * step}
          flip={hover > shape.bars.length / 2}
        />
      )}
    </div>
  );
}

function DayTip({ day, metric, left, flip }: { day: DayBar; metric: Metric; left: number; flip: boolean }) {
  const { t } = useTranslation('overview');
  const word = useChannelWord();
  const text = (value: number) => (metric === 'rows' ? formatCount(value) : formatFen(value));
  return (
    <div className={`ld-chart__tip${flip ? ' ld-chart__tip--flip' : ''}`} style={{ left }}>
      <div className="ld-chart__tip-day">{day.day}</div>
      {day.parts.map(({ channel, value }) => (
        <div key={channel} className="ld-chart__tip-row">
          <span>
            <i className={`ld-chart__key ld-chart__key--${toneOf(channel)}`} />
            {word(channel)}
          </span>
          <span>{text(value)}</span>
        </div>
      ))}
      <div className="ld-chart__tip-row">
        <span>{t('chart.day_total')}</span>
        <b>{text(day.total)}</b>
      </div>
    </div>
  );
}
