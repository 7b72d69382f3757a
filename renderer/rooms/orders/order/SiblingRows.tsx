import type { OrderRow } from '../../../../shared/contract/order.ts';
import { COMMISSION_STATUS } from '../../../../shared/status.ts';
import { EllipsisText } from '../../../parts/EllipsisText.tsx';
import { Money } from '../../../parts/Money.tsx';
import { CommissionStatusTag, OrderStatusTag } from '../../../parts/StatusTag.tsx';
import type { OpenOrder } from '../open-order.ts';

/** Other SKUs bought in the same order, each a commission order of its own. */
export function SiblingRows({ rows, onOpen }: { rows: OrderRow[]; onOpen: (order: OpenOrder) => void }) {
  return (
    <div className="ld-siblings">
      {rows.map((row) => (
        <button key={row.sku_id} type="button" onClick={() => onOpen({ order_id: row.order_id, sku_id: row.sku_id })}>
          <span className="ld-mono">{row.sku_id}</span>
          <EllipsisText text={row.product_title} />
          <OrderStatusTag code={row.order_status} />
          <CommissionStatusTag code={row.commission_status} />
          <span className="ld-siblings-net">
            <Money fen={row.service_amount_fen} estimated={row.commission_status === COMMISSION_STATUS.unsettled} />
          </span>
        </button>
      ))}
    </div>
  );
}
