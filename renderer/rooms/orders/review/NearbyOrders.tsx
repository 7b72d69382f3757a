import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import { formatFen } from '../../../../shared/money.ts';
import { formatPpm } from '../../../../shared/rate.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { type Nearby, sameBuyer } from './findings.ts';
import { rowKey } from './queue.ts';

const MOST = 5;

/** The last orders of the same buyer with this promoter, and of the product with their rates. */
export function NearbyOrders({ order, nearby }: { order: OrderRow; nearby: Nearby }) {
  const { t } = useTranslation('review');
  const buyer = sameBuyer(order, nearby);
  const product = nearby.product.filter((row) => rowKey(row) !== rowKey(order));
  return (
    <section className="ld-nearby">
      {buyer.length > 0 ? (
        <>
          <h3>{t('nearby.buyer')}</h3>
          <Rows rows={buyer.slice(0, MOST)} />
        </>
      ) : null}
      <h3>{t('nearby.product')}</h3>
      {product.length > 0 ? <Rows rows={product.slice(0, MOST)} /> : <p className="ld-faint">{t('nearby.none')}</p>}
    </section>
  );
}

function Rows({ rows }: { rows: readonly OrderRow[] }) {
  const { t } = useTranslation('review');
  return (
    <table className="ld-nearby__rows">
      <thead>
        <tr>
          <th>{t('fact.created')}</th>
          <th>{t('figure.payment')}</th>
          <th>{t('figure.rate')}</th>
          <th>{t('figure.platform')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            <td>{row.created_at === null ? '—' : formatInstant(row.created_at).slice(5, 16)}</td>
            <td>{row.actual_payment_fen === null ? '—' : formatFen(row.actual_payment_fen)}</td>
            <td>{row.service_ratio_ppm === null ? '—' : formatPpm(row.service_ratio_ppm)}</td>
            <td>{row.service_amount_fen === null ? '—' : formatFen(row.service_amount_fen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
