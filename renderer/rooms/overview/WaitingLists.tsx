import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Overview } from '../../../shared/contract/desk.ts';
import { dayOf, startOfDay } from '../../../shared/time.ts';
import { addressOf } from '../../app/router/address.ts';
import { EllipsisText, EmptyState, Instant, Panel, PlanTypeTag, ShopName, Tag } from '../../parts/index.ts';
import { productText } from '../products/product-identity.ts';

/** Invitations nobody has answered yet, the oldest named first. */
export function OpenInvitations({ rows }: { rows: Overview['open_invitations'] }) {
  const { t } = useTranslation('overview');
  const oldest = [...rows].sort((a, b) => a.first_seen_at - b.first_seen_at);
  return (
    <Panel
      flush
      title={t('invitations.title')}
      extra={<Link href={addressOf('partnerships', { status: 1 })}>{t('invitations.all')}</Link>}
    >
      {oldest.length === 0 ? <EmptyState small title={t('invitations.empty')} /> : null}
      {oldest.slice(0, 8).map((row) => (
        <Link
          key={row.shop_appid}
          className="ld-line"
          href={addressOf('partnerships', { status: 1, open: row.shop_appid })}
        >
          <span className="ld-line__main">
            <ShopName name={row.shop_name} id={row.shop_appid} />
          </span>
          <span className="ld-faint">
            <Instant at={row.first_seen_at} as="ago" />
          </span>
        </Link>
      ))}
    </Panel>
  );
}

/** Plans that end within a week, soonest first; the listed ones will stop earning. */
export function EndingPlans({ rows, today }: { rows: Overview['plans_ending']; today: string }) {
  const { t } = useTranslation('overview');
  const soonest = [...rows].sort((a, b) => a.plan_end_at - b.plan_end_at);
  const tomorrowEnd = (startOfDay(today) ?? 0) + 2 * 86_400;
  return (
    <Panel flush title={t('plans.title')} extra={<Link href={addressOf('products')}>{t('plans.all')}</Link>}>
      {soonest.length === 0 ? <EmptyState small title={t('plans.empty')} /> : null}
      {soonest.slice(0, 8).map((row) => (
        <Link
          key={productText(row)}
          className="ld-line"
          href={addressOf('products', { search: row.product_id, open: productText(row) })}
        >
          <span className="ld-line__main">
            <EllipsisText text={row.title} />
          </span>
          <PlanTypeTag code={row.plan_type} />
          {row.listed ? <Tag tone="ok">{t('plans.listed')}</Tag> : <Tag>{t('plans.not_listed')}</Tag>}
          <time className={`ld-line__day${row.plan_end_at < tomorrowEnd ? ' ld-line__day--soon' : ''}`}>
            {dayOf(row.plan_end_at).slice(5)}
          </time>
        </Link>
      ))}
    </Panel>
  );
}
