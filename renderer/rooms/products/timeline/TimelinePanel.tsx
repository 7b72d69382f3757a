import { Segmented } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductPoint } from '../../../../shared/contract/catalogue.ts';
import type { ProductDetail } from '../../../../shared/contract/product.ts';
import { DAY_SECONDS, formatInstant } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { ChartPanel } from '../../../parts/chart/ChartPanel.tsx';
import { useChartColours } from '../../../parts/chart/colours.ts';
import { Count, EmptyState, Instant, Loaded, Panel, Rate } from '../../../parts/index.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { FigureTable } from '../../orders/analysis/FigureTable.tsx';
import { PriceRange } from '../PriceRange.tsx';
import { productKeyOf } from '../product-identity.ts';
import { TIMELINE_HEIGHT, timelineOption } from './timeline-option.ts';

const RANGES = [30, 90, 0] as const;

/** How price, fee and stock of one product moved since it was first read. */
export function TimelinePanel({ product }: { product: ProductDetail }) {
  const { t } = useTranslation('products');
  const now = usePlatformNow();
  const [days, setDays] = useState<(typeof RANGES)[number]>(30);
  // By the day, so that a moving clock asks no new question.
  const from = days === 0 ? undefined : Math.floor(now / DAY_SECONDS) * DAY_SECONDS - days * DAY_SECONDS;
  const query = useRoute(
    'product.timeline',
    { product: productKeyOf(product), ...(from === undefined ? {} : { from }) },
    { keep: true },
  );
  const range = (
    <Segmented
      size="small"
      aria-label={t('timeline.range')}
      value={days}
      onChange={setDays}
      options={RANGES.map((value) => ({
        value,
        label: value === 0 ? t('timeline.all') : t('timeline.days', { count: value }),
      }))}
    />
  );
  return (
    <Loaded query={query} lines={6}>
      {({ points }) =>
        points.length < 2 ? (
          <Panel title={t('timeline.title')} extra={range}>
            <EmptyState small title={t('timeline.none')} text={t('timeline.none_hint')} />
          </Panel>
        ) : (
          <Timeline product={product} points={points} now={now} range={range} />
        )
      }
    </Loaded>
  );
}

function Timeline({
  product,
  points,
  now,
  range,
}: {
  product: ProductDetail;
  points: ProductPoint[];
  now: number;
  range: ReactNode;
}) {
  const { t, i18n } = useTranslation('products');
  const colours = useChartColours();
  const minute = now - (now % 60);
  const option = useMemo(
    () =>
      timelineOption(
        points,
        minute,
        {
          price: t('column.price'),
          fee: t('column.service_ratio'),
          stock: t('column.stock'),
          language: i18n.language,
        },
        colours,
      ),
    [points, minute, t, i18n.language, colours],
  );
  return (
    <ChartPanel
      title={t('timeline.title')}
      label={t('timeline.label', { count: points.length, title: product.title })}
      note={`${product.title} · ${product.product_id} · ${formatInstant(product.last_read_at)}`}
      option={option}
      height={TIMELINE_HEIGHT}
      extra={range}
      table={
        <FigureTable
          heads={[t('alert.column.at'), t('column.price'), t('column.service_ratio'), t('column.stock')]}
          rows={points.toReversed().map((point) => ({
            key: String(point.at),
            name: <Instant at={point.at} />,
            cells: [
              <PriceRange key="price" least={point.price_min_fen} most={point.price_max_fen} />,
              <Rate key="fee" ppm={point.service_ratio_ppm} />,
              <Count key="stock" of={point.stock} />,
            ],
          }))}
        />
      }
    />
  );
}
