import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Overview } from '../../../shared/contract/desk.ts';
import { addDays } from '../../../shared/time.ts';
import { addressOf } from '../../app/router/address.ts';
import { Count, EmptyState, Money, Panel, PromoterName } from '../../parts/index.ts';
import { ordersAddress } from '../orders/address.ts';

/** Who sold most in thirty days; a row opens the promoter's paid orders of those days. */
export function TopPromoters({ rows, today }: { rows: Overview['top_promoters']; today: string }) {
  const { t } = useTranslation('overview');
  const most = Math.max(1, ...rows.map((row) => row.actual_payment_fen));
  return (
    <Panel flush title={t('promoters.title')} extra={<Link href={addressOf('promoters')}>{t('promoters.all')}</Link>}>
      {rows.length === 0 ? <EmptyState small title={t('promoters.empty')} /> : null}
      {rows.slice(0, 8).map((row, index) => (
        <Link
          key={row.promoter_appid}
          className="ld-line ld-line--rank"
          href={ordersAddress({
            promoter_appid: [row.promoter_appid],
            axis: 'paid',
            from: addDays(today, -29),
            to: today,
          })}
        >
          <span className="ld-line__rank">{index + 1}</span>
          <span className="ld-line__main">
            <PromoterName name={row.name} id={row.promoter_appid} />
            <i className="ld-line__bar" style={{ width: `${(Math.max(0, row.actual_payment_fen) / most) * 100}%` }} />
          </span>
          <span className="ld-line__count ld-faint">
            <Count of={row.rows} />
          </span>
          <span className="ld-line__money">
            <Money fen={row.actual_payment_fen} />
          </span>
        </Link>
      ))}
    </Panel>
  );
}
