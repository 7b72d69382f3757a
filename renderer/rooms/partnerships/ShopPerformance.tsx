import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../shared/channel.ts';
import type { ShopHistory } from '../../../shared/contract/partnership.ts';
import { LEAST_ORDERS, ppmOf, type ScorePart, shopScore } from '../../../shared/shop-score.ts';
import { ChannelTag } from '../../parts/ChannelTag.tsx';
import { Absent, Count, FactList, formatCount, Money, Rate } from '../../parts/index.ts';
import { Section } from './ShopSections.tsx';

/** Ppm of a tenth of a percent: shares need no more. */
const A_TENTH = 1000;

/** How a shop did by our own books: the score with each of its parts, and what it sold by channel. */
export function ShopPerformance({ history }: { history: ShopHistory }) {
  const { t } = useTranslation('partnerships');
  const score = shopScore(history);
  const { settle_days, refunded_rows, paid_rows, cancelled_rows, settled_rows, fees_lowered, channels } = history;
  const rate = (rows: number, of: number) => {
    const ppm = ppmOf(rows, of);
    return ppm === null ? <Absent /> : <Rate ppm={Math.round(ppm / A_TENTH) * A_TENTH} />;
  };
  const measures: Record<ScorePart, ReactNode> = {
    settle_days: settle_days ? (
      t('score.days', { median: settle_days.median, nine_of_ten: settle_days.nine_of_ten })
    ) : (
      <Absent />
    ),
    refunds: rate(refunded_rows, paid_rows),
    cancellations: rate(cancelled_rows, cancelled_rows + settled_rows),
    fees: <Count of={fees_lowered} />,
  };
  const pointsOf = (part: ScorePart) => score?.parts.find((one) => one.part === part);
  return (
    <Section title={t('score.title')}>
      <p className="ld-score" title={t('score.about')}>
        {score ? (
          <>
            <b>{score.points}</b> {t('score.of')}
          </>
        ) : (
          <span className="ld-faint">{t('score.too_few', { least: formatCount(LEAST_ORDERS) })}</span>
        )}
      </p>
      <FactList
        numbers
        facts={(Object.keys(measures) as ScorePart[]).map((part) => {
          const own = pointsOf(part);
          return [
            t(`score.part.${part}`),
            <span key={part} className="ld-score__part">
              {measures[part]}
              {own ? (
                <small title={t('score.weight', { weight: own.weight })}>
                  {t('score.points', { points: own.points })}
                </small>
              ) : null}
            </span>,
          ] as const;
        })}
      />
      {channels.map(({ channel, rows, service_amount_fen }) => (
        <div key={channel} className="ld-shop__row">
          <ChannelTag channel={channel as Channel} />
          <span className="ld-shop__grow ld-soft">{t('score.rows', { count: rows, rows: formatCount(rows) })}</span>
          <Money fen={service_amount_fen} />
        </div>
      ))}
    </Section>
  );
}
