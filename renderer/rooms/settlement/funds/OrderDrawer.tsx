import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FundsOrder, FundsRow } from '../../../../shared/contract/funds.ts';
import { useRoute } from '../../../app/client/index.ts';
import { CommissionStatusTag, EllipsisText, IdText, Instant, Loaded, Money, Tag } from '../../../parts/index.ts';
import { ordersAddress } from '../../orders/address.ts';
import { AcceptanceList } from './AcceptanceList.tsx';
import { FileRows } from './FileRows.tsx';
import { useFlowType } from './flow-type.ts';

/** What the three figures of an order are made of: its commission orders, its flows and the rows of files. */
export function OrderDrawer({ row, onClose }: { row: FundsRow | null; onClose: () => void }) {
  const { t } = useTranslation('funds');
  return (
    <Drawer
      open={row !== null}
      onClose={onClose}
      size={680}
      title={row?.order_id ? t('order.title', { order: row.order_id }) : t('order.flow_title')}
      destroyOnHidden
    >
      {row ? <OrderPage key={row.key} row={row} /> : null}
    </Drawer>
  );
}

function OrderPage({ row }: { row: FundsRow }) {
  const { t } = useTranslation('funds');
  const query = useRoute('funds.order', { key: row.key });
  return (
    <Loaded query={query}>
      {(order) => (
        <div className="ld-stack">
          {row.order_id === null ? null : (
            <Section
              title={t('order.commission_orders')}
              sum={<Money fen={row.books_fen} />}
              extra={<Link href={ordersAddress({ order_ids: [row.order_id] })}>{t('order.to_orders')}</Link>}
              empty={order.commission_orders.length === 0 ? t('order.none_books') : null}
            >
              <CommissionOrders order={order} />
            </Section>
          )}
          <Section
            title={t('order.flows')}
            sum={<Money fen={row.flows_fen} />}
            empty={order.flows.length === 0 ? t('order.none_flows') : null}
          >
            <Flows order={order} />
          </Section>
          {row.order_id === null ? null : (
            <Section
              title={t('order.files')}
              sum={<Money fen={row.file_fen} />}
              empty={order.file_rows.length === 0 ? t('order.none_files') : null}
            >
              <FileRows rows={order.file_rows} />
            </Section>
          )}
          {order.acceptances.length > 0 ? (
            <Section title={t('order.acceptances')}>
              <AcceptanceList acceptances={order.acceptances} />
            </Section>
          ) : null}
        </div>
      )}
    </Loaded>
  );
}

interface SectionProps {
  title: string;
  sum?: ReactNode;
  extra?: ReactNode;
  /** Said in place of the rows when there are none. */
  empty?: string | null;
  children: ReactNode;
}

function Section({ title, sum, extra, empty = null, children }: SectionProps) {
  return (
    <section className="ld-panel">
      <header className="ld-panel__header">
        <h3 className="ld-panel__title">{title}</h3>
        {extra}
        <span className="ld-panel__extra">{sum}</span>
      </header>
      {empty === null ? children : <p className="ld-faint ld-funds__nothing">{empty}</p>}
    </section>
  );
}

function CommissionOrders({ order }: { order: FundsOrder }) {
  const { t } = useTranslation('funds');
  return (
    <div className="ld-sideways">
      <table className="ld-grid ld-grid--dense">
        <thead>
          <tr>
            <th>{t('order.sku')}</th>
            <th>{t('order.product')}</th>
            <th>{t('order.status')}</th>
            <th className="ld-grid__end">{t('order.fee')}</th>
            <th className="ld-grid__end">{t('order.platform_fee')}</th>
            <th>{t('order.settled')}</th>
          </tr>
        </thead>
        <tbody>
          {order.commission_orders.map((one) => (
            <tr key={one.sku_id}>
              <td>
                <IdText id={one.sku_id} />
              </td>
              <td className="ld-grid__wide">
                <EllipsisText text={one.product_title ?? ''} />
              </td>
              <td>
                <CommissionStatusTag code={one.commission_status} />
              </td>
              <td className="ld-grid__end">
                <Money fen={one.service_amount_fen} />
              </td>
              <td className="ld-grid__end">
                <Money fen={one.platform_amount_fen} />
              </td>
              <td>
                <Instant at={one.settled_at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Flows({ order }: { order: FundsOrder }) {
  const { t } = useTranslation('funds');
  const typeWord = useFlowType();
  return (
    <div className="ld-sideways">
      <table className="ld-grid ld-grid--dense">
        <thead>
          <tr>
            <th>{t('flow.id')}</th>
            <th>{t('flow.type')}</th>
            <th className="ld-grid__end">{t('flow.amount')}</th>
            <th>{t('flow.booked')}</th>
            <th>{t('flow.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {order.flows.map((flow) => (
            <tr key={flow.flow_id}>
              <td>
                <IdText id={flow.flow_id} />
              </td>
              <td>
                {typeWord(flow.funds_type)}{' '}
                {flow.counted ? null : <Tag title={t('order.not_counted_flow')}>{t('order.not_counted')}</Tag>}
              </td>
              <td className="ld-grid__end">
                <Money fen={flow.amount_fen} />
              </td>
              <td>
                <Instant at={flow.booked_at} />
              </td>
              <td className="ld-grid__wide">
                <EllipsisText text={flow.remark ?? ''} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
