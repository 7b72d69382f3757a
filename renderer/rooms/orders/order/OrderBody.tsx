import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { failureOf } from '../../../parts/failure-text.ts';
import { Instant } from '../../../parts/Instant.tsx';
import { Loaded } from '../../../parts/Loaded.tsx';
import { type OpenOrder, openParam } from '../open-order.ts';
import { ChainSection } from './ChainSection.tsx';
import { FactsSection } from './FactsSection.tsx';
import { MoneySection } from './MoneySection.tsx';
import { OrderHead } from './OrderHead.tsx';
import { ReviewSection } from './ReviewSection.tsx';
import { SectionNav } from './SectionNav.tsx';
import { ThenBanner } from './ThenBanner.tsx';
import { VersionsSection } from './VersionsSection.tsx';

interface Props {
  open: OpenOrder;
  asOf: Unix | null;
  onOpen: (order: OpenOrder) => void;
}

/** The order of the drawer. Stepping keeps the order before on screen, dimmed, until the next one is read. */
export function OrderBody({ open, asOf, onOpen }: Props) {
  const query = useRoute('order.get', questionOf(open, asOf), { keep: true });
  if (asOf !== null && isUnknown(query.error)) return <NotThen at={asOf} />;
  return (
    <Loaded query={query} lines={12}>
      {(page) => (
        <div className={query.isPlaceholderData ? 'ld-order-stale' : ''} aria-busy={query.isPlaceholderData}>
          <OrderOfNow key={openParam(page.order)} page={page} asOf={asOf} onOpen={onOpen} />
        </div>
      )}
    </Loaded>
  );
}

/** The order as the page knows it, or as it stood at one of its own past moments. */
function OrderOfNow({ page, asOf, onOpen }: { page: OrderPage } & Omit<Props, 'open'>) {
  const { t } = useTranslation('orders');
  const [then, setThen] = useState<Unix | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const past = useRoute('order.get', questionOf(page.order, then), { enabled: then !== null, keep: true });
  const look = (at: Unix | null) => {
    setThen(at);
    top.current?.scrollIntoView();
  };
  const moment = then ?? asOf;
  const back =
    then === null ? null : (
      <Button size="small" onClick={() => look(null)}>
        {asOf === null ? t('detail.past.to_now') : t('detail.past.to_page')}
      </Button>
    );
  return (
    <div ref={top}>
      {moment === null ? null : <ThenBanner at={moment} action={back} />}
      {then === null ? (
        <OrderSections page={page} of={page} moment={moment} onLook={look} onOpen={onOpen} />
      ) : isUnknown(past.error) ? (
        <NotThen at={then} />
      ) : (
        <Loaded query={past} lines={12}>
          {(shown) => <OrderSections page={shown} of={page} moment={moment} onLook={look} onOpen={onOpen} />}
        </Loaded>
      )}
    </div>
  );
}

interface SectionsProps {
  /** What is shown. */
  page: OrderPage;
  /** The order as the page knows it: all its versions, also those behind the moment. */
  of: OrderPage;
  moment: Unix | null;
  onLook: (at: Unix | null) => void;
  onOpen: (order: OpenOrder) => void;
}

function OrderSections({ page, of, moment, onLook, onOpen }: SectionsProps) {
  const { t } = useTranslation('orders');
  const { order, quarantine } = page;
  return (
    <>
      <OrderHead order={order} past={moment !== null} />
      <SectionNav versions={of.versions.length} notes={page.notes.length} />
      <div className="ld-order">
        {quarantine ? (
          <p className="ld-banner ld-banner--warn">
            {t('detail.quarantined', { reason: quarantine.reason, tries: quarantine.tries })}
            <Instant at={quarantine.since} />
          </p>
        ) : null}
        <MoneySection page={page} />
        <ChainSection page={page} />
        <FactsSection page={page} onOpen={onOpen} />
        <ReviewSection page={page} past={moment !== null} />
        <VersionsSection versions={of.versions} shown={page.versions[0]?.seq ?? null} onLook={onLook} />
      </div>
    </>
  );
}

function NotThen({ at }: { at: Unix }) {
  const { t } = useTranslation('orders');
  return (
    <EmptyState
      icon={<HistoryOutlined />}
      title={t('detail.past.unknown')}
      text={
        <>
          {t('detail.past.unknown_hint')} <Instant at={at} as="second" />
        </>
      }
    />
  );
}

function questionOf({ order_id, sku_id }: OpenOrder, at: Unix | null) {
  return at === null ? { order_id, sku_id } : { order_id, sku_id, as_of: at };
}

function isUnknown(error: unknown): boolean {
  return error !== null && failureOf(error).code === 'order.unknown';
}
