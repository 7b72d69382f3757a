import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../../shared/contract/order.ts';
import { useRoute } from '../../app/client/index.ts';
import { IdText } from '../../parts/IdText.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { RawReply } from '../../parts/RawReply.tsx';
import { CommissionStatusTag, OrderStatusTag } from '../../parts/StatusTag.tsx';
import { MoneyChain } from './MoneyChain.tsx';
import { OrderFacts } from './OrderFacts.tsx';
import { OrderFigures } from './OrderFigures.tsx';
import type { OpenOrder } from './open-order.ts';
import { SiblingRows } from './SiblingRows.tsx';
import { VersionTimeline } from './VersionTimeline.tsx';

interface Props {
  open: OpenOrder | null;
  onOpen: (order: OpenOrder) => void;
  onClose: () => void;
  /** To the row before or after in the table; null at its ends or when the row is not loaded. */
  onStep: ((by: 1 | -1) => void) | null;
}

/** One commission order: what it is worth, to whom, how it came to be so, and what the platform said. */
export function OrderDrawer({ open, onOpen, onClose, onStep }: Props) {
  const { t } = useTranslation('orders');
  return (
    <Drawer
      open={open !== null}
      onClose={onClose}
      size={920}
      closable={false}
      title={open ? <DrawerTitle open={open} /> : null}
      extra={
        <>
          <Button
            type="text"
            icon={<UpOutlined />}
            aria-label={t('detail.previous')}
            disabled={!onStep}
            onClick={() => onStep?.(-1)}
          />
          <Button
            type="text"
            icon={<DownOutlined />}
            aria-label={t('detail.next')}
            disabled={!onStep}
            onClick={() => onStep?.(1)}
          />
          <Button type="text" icon={<CloseOutlined />} aria-label={t('detail.close')} onClick={onClose} />
        </>
      }
      styles={{ body: { padding: 0 } }}
    >
      {open ? <OrderBody key={`${open.order_id}/${open.sku_id}`} open={open} onOpen={onOpen} /> : null}
    </Drawer>
  );
}

function DrawerTitle({ open }: { open: OpenOrder }) {
  const { t } = useTranslation('orders');
  return (
    <div className="ld-order-title">
      <span>{t('detail.title')}</span>
      <IdText id={open.order_id} />
      <span className="ld-faint">SKU</span>
      <IdText id={open.sku_id} />
    </div>
  );
}

function OrderBody({ open, onOpen }: { open: OpenOrder; onOpen: (order: OpenOrder) => void }) {
  const query = useRoute('order.get', open);
  return (
    <Loaded query={query} lines={12}>
      {(page) => <OrderSections page={page} onOpen={onOpen} />}
    </Loaded>
  );
}

function OrderSections({ page, onOpen }: { page: OrderPage; onOpen: (order: OpenOrder) => void }) {
  const { t } = useTranslation('orders');
  const { order, versions, siblings, quarantine } = page;
  const latest = versions.toSorted((a, b) => b.seq - a.seq)[0];
  return (
    <div className="ld-order">
      {quarantine ? (
        <p className="ld-banner ld-banner--warn">
          {t('detail.quarantined', { reason: quarantine.reason, tries: quarantine.tries })}
          <Instant at={quarantine.since} />
        </p>
      ) : null}
      <div className="ld-order-states">
        <OrderStatusTag code={order.order_status} />
        <CommissionStatusTag code={order.commission_status} />
      </div>
      <OrderFigures order={order} />
      <div className="ld-order-columns">
        <section>
          <h3>{t('detail.facts')}</h3>
          <OrderFacts order={order} />
        </section>
        <section>
          <h3>{t('detail.chain')}</h3>
          <MoneyChain order={order} />
        </section>
      </div>
      {siblings.length ? (
        <section>
          <h3>{t('detail.siblings')}</h3>
          <SiblingRows rows={siblings} onOpen={onOpen} />
        </section>
      ) : null}
      <section>
        <h3>{t('detail.versions')}</h3>
        <VersionTimeline versions={versions} />
      </section>
      {latest ? (
        <section>
          <h3>{t('detail.raw')}</h3>
          <RawReply json={latest.raw} />
        </section>
      ) : null}
    </div>
  );
}
