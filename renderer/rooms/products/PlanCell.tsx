import { useTranslation } from 'react-i18next';
import { ALERT_KINDS } from '../../../shared/alert-kind.ts';
import type { ProductRow } from '../../../shared/contract/product.ts';
import { PLAN_TYPE } from '../../../shared/status.ts';
import { dayOf } from '../../../shared/time.ts';
import { PlanTypeTag, Tag } from '../../parts/index.ts';
import { usePlatformNow } from '../../parts/platform-now.ts';
import { AlertTag } from './alerts/AlertTag.tsx';
import { planDaysLeft, promotableReasons } from './promotable-reasons.ts';

/** The plan's type and where it comes from: the shop itself, or an institution that hands it on. */
export function PlanCell({ product }: { product: ProductRow }) {
  return (
    <span className="ld-products-two">
      <span>
        <PlanTypeTag code={product.plan_type} />
      </span>
      <small className="ld-ellipsis">
        <PlanOrigin product={product} />
      </small>
    </span>
  );
}

export function PlanOrigin({ product }: { product: ProductRow }) {
  const { t } = useTranslation('products');
  const own = product.plan_type === PLAN_TYPE.shop_targeted || product.plan_type === PLAN_TYPE.shop_public;
  if (own) return t('origin.shop');
  return product.head_supplier_name
    ? t('origin.from_institution', { name: product.head_supplier_name })
    : t('origin.institution');
}

/** From when to when promoters may sell it; the last week is marked. */
export function PlanDates({ product }: { product: ProductRow }) {
  const { t } = useTranslation('products');
  const now = usePlatformNow();
  const left = planDaysLeft(product, now);
  const starts = product.plan_start_at !== null && product.plan_start_at > now;
  const end = product.plan_end_at;
  if (end === null && !starts) return <span className="ld-faint">{t('plan_forever')}</span>;
  return (
    <span className="ld-products-two">
      <span className="ld-nowrap">
        {starts ? t('plan_from', { day: dayOf(product.plan_start_at!) }) : null}{' '}
        {end === null ? null : t('plan_until', { day: dayOf(end) })}
      </span>
      {left === null ? null : (
        <small className="ld-products-ending">
          {left === 0 ? t('plan_last_day') : t('plan_days_left', { count: left })}
        </small>
      )}
    </span>
  );
}

/** Whether promoters can sell it now, else the weightiest reason with the others behind it. */
export function PromotableState({ product }: { product: ProductRow }) {
  const { t } = useTranslation('products');
  const reasons = promotableReasons(product, usePlatformNow());
  const first = reasons[0];
  return (
    <span className="ld-products-states">
      {product.listed ? <Tag tone="accent">{t('state.listed')}</Tag> : null}
      {product.promotable ? (
        <Tag tone="ok">{t('state.promotable')}</Tag>
      ) : (
        <Tag
          tone={first === 'plan_not_started' ? 'info' : 'bad'}
          title={reasons.map((reason) => t(`reason.${reason}`)).join(' · ')}
        >
          {first ? t(`reason.${first}`) : t('filter.not_promotable')}
          {reasons.length > 1 ? ` +${reasons.length - 1}` : ''}
        </Tag>
      )}
      <OpenAlerts kinds={product.open_alerts} />
    </span>
  );
}

/** The first alert nobody has dealt with, the others behind it; what the reasons beside it say already is left out. */
function OpenAlerts({ kinds }: { kinds: ProductRow['open_alerts'] }) {
  const { t } = useTranslation('products');
  const told = ALERT_KINDS.filter((kind) => kind !== 'taken_off' && kinds.includes(kind));
  const [first, ...others] = told;
  if (first === undefined) return null;
  return (
    <span title={told.map((kind) => t(`alert.kind.${kind}`)).join(' · ')}>
      <AlertTag kind={first} />
      {others.length ? <small className="ld-faint"> +{others.length}</small> : null}
    </span>
  );
}
