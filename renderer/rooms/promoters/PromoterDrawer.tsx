import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PromoterCard } from '../../../shared/contract/promoter.ts';
import { dayOf } from '../../../shared/time.ts';
import { useRoute } from '../../app/client/index.ts';
import { Count, IdText, Instant, Loaded, Money, PayerTag, PromoterName, StatCard } from '../../parts/index.ts';
import { usePlatformNow } from '../../parts/platform-now.ts';
import { ordersAddress } from '../orders/address.ts';
import { presetRange } from '../orders/date-preset.ts';
import { Avatar } from './Avatar.tsx';
import { ProductSplits } from './ProductSplits.tsx';
import { PromoterHistory } from './PromoterHistory.tsx';
import { SplitPanel } from './SplitPanel.tsx';

/** One promoter: what he sells, what he gets, and how that came to be. */
export function PromoterDrawer({ open, onClose }: { open: string | null; onClose: () => void }) {
  const { t } = useTranslation('promoters');
  return (
    <Drawer open={open !== null} onClose={onClose} size={640} title={t('detail.title')}>
      {open ? <PromoterBody key={open} promoterAppid={open} /> : null}
    </Drawer>
  );
}

function PromoterBody({ promoterAppid }: { promoterAppid: string }) {
  const query = useRoute('promoter.get', { promoter_appid: promoterAppid });
  return (
    <Loaded query={query} lines={10}>
      {(promoter) => <PromoterSections promoter={promoter} />}
    </Loaded>
  );
}

function PromoterSections({ promoter }: { promoter: PromoterCard }) {
  const { t } = useTranslation('promoters');
  const today = dayOf(usePlatformNow());
  const who = { promoter_appid: [promoter.promoter_appid] };
  const month = ordersAddress({ ...who, axis: 'paid', ...presetRange('last30', today) });
  return (
    <div className="ld-promoter">
      <header>
        <Avatar url={promoter.avatar_url} name={promoter.name} size={44} />
        <div className="ld-promoter__name">
          <h2>
            <PromoterName name={promoter.name} id={promoter.promoter_appid} />
          </h2>
          <span>
            <IdText id={promoter.promoter_appid} /> <PayerTag code={promoter.payer} />{' '}
            <span className="ld-faint">
              {t('column.bound_at')} <Instant at={promoter.bound_at} as="day" />
            </span>
          </span>
        </div>
        <Link href={ordersAddress(who)}>{t('detail.see_orders')}</Link>
      </header>
      {promoter.not_seen_since === null ? null : (
        <p className="ld-banner ld-banner--warn">
          {t('detail.not_seen')} <Instant at={promoter.not_seen_since} />
        </p>
      )}
      <div className="ld-promoter__month">
        <StatCard label={t('column.orders_30d')} value={<Count of={promoter.orders_30d} />} to={month} />
        <StatCard
          label={t('column.actual_payment_30d')}
          value={<Money fen={promoter.actual_payment_30d_fen} />}
          to={month}
        />
        <StatCard
          label={t('column.promoter_amount_30d')}
          value={<Money fen={promoter.promoter_amount_30d_fen} />}
          to={month}
        />
      </div>
      <SplitPanel promoter={promoter} />
      <section>
        <h3>{t('detail.product_splits')}</h3>
        <ProductSplits splits={promoter.product_splits} />
      </section>
      <section>
        <h3>{t('detail.history')}</h3>
        <PromoterHistory history={promoter.history} />
      </section>
    </div>
  );
}
