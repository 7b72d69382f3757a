import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PartnershipCard } from '../../../shared/contract/partnership.ts';
import { useWord } from '../../app/i18n/words.ts';
import { addressOf } from '../../app/router/address.ts';
import {
  Count,
  FactList,
  IdText,
  Instant,
  Money,
  PartnershipStatusTag,
  StaffNote,
  Tag,
  useFailureText,
} from '../../parts/index.ts';
import { ordersAddress } from '../orders/address.ts';

type Props = { card: PartnershipCard };

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="ld-shop__section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function PlatformFigures({ card }: Props) {
  const { t } = useTranslation('partnerships');
  return (
    <Section title={t('card.platform')}>
      <FactList
        numbers
        facts={[
          [t('card.gmv'), <Money key="gmv" fen={card.gmv_fen} />],
          [t('card.settled'), <Money key="settled" fen={card.settled_fen} />],
          [
            t('card.unsettled'),
            <Money key="unsettled" fen={card.unsettled_fen} estimated={card.unsettled_fen !== null} />,
          ],
          [t('card.products'), <Count key="products" of={card.product_count} />],
          [t('card.products_today'), <Count key="today" of={card.product_count_today} />],
          [t('card.sold_today'), <Count key="sold" of={card.sold_product_count_today} />],
          [t('card.approved'), <Instant key="approved" at={card.approved_at} />],
        ]}
      />
    </Section>
  );
}

/** Our own books beside the platform's word; each figure opens its rows. */
export function OwnFigures({ card }: Props) {
  const { t } = useTranslation('partnerships');
  const shop = { shop_appid: [card.shop_appid] };
  const { history, promotable_products } = card;
  return (
    <Section title={t('card.own')}>
      <FactList
        numbers
        facts={[
          [
            t('card.own_rows'),
            <Link key="rows" href={ordersAddress(shop)}>
              <Count of={history.rows} />
            </Link>,
          ],
          [t('card.own_paid'), <Money key="paid" fen={history.actual_payment_fen} />],
          [t('card.own_service'), <Money key="service" fen={history.service_amount_fen} />],
          [
            t('card.own_cancelled'),
            <Link key="cancelled" href={ordersAddress({ ...shop, commission_status: [200] })}>
              <Count of={history.cancelled_rows} />
            </Link>,
          ],
          [
            t('card.own_promotable'),
            <Link key="products" href={addressOf('products', { shop_appid: card.shop_appid })}>
              <Count of={promotable_products} />
            </Link>,
          ],
        ]}
      />
    </Section>
  );
}

export function LinkedAccounts({ card }: Props) {
  const { t } = useTranslation('partnerships');
  const word = useWord();
  return (
    <Section title={t('card.accounts')}>
      {card.accounts.length === 0 ? <div className="ld-faint">{t('card.accounts_none')}</div> : null}
      {card.accounts.map((account) => (
        <div key={account.account_id} className="ld-shop__row">
          <Tag>{word('account_type', account.type)}</Tag>
          <span className="ld-ellipsis ld-shop__grow">{account.name}</span>
          <IdText id={account.account_id} />
        </div>
      ))}
    </Section>
  );
}

export function DecisionLog({ card }: Props) {
  const { t } = useTranslation('partnerships');
  const failureText = useFailureText();
  return (
    <Section title={t('card.decisions')}>
      {card.decisions.length === 0 ? <div className="ld-faint">{t('card.decisions_none')}</div> : null}
      {card.decisions.map((one) => (
        <StaffNote key={`${one.decided_at}-${one.decision}-${one.outcome}`} staff={one.staff} at={one.decided_at}>
          <div>
            <b>{t(`decision.${one.decision}`)}</b>{' '}
            <Tag tone={one.outcome === 'verified' ? 'ok' : one.outcome === 'failed' ? 'bad' : 'warn'}>
              {t(`outcome.${one.outcome}`)}
            </Tag>
          </div>
          {one.error_code ? (
            <div className="ld-soft">{failureText({ code: one.error_code, params: {} }).title}</div>
          ) : null}
          {one.note ? <div>{one.note}</div> : null}
        </StaffNote>
      ))}
    </Section>
  );
}

export function StateHistory({ card }: Props) {
  const { t } = useTranslation('partnerships');
  return (
    <Section title={t('card.states')}>
      {card.states.map((state) => (
        <div key={`${state.seen_at}-${state.status}`} className="ld-shop__row">
          <PartnershipStatusTag code={state.status} />
          <span className="ld-shop__grow" />
          <span className="ld-faint">
            <Instant at={state.seen_at} />
          </span>
        </div>
      ))}
    </Section>
  );
}
