import type { OrderRow } from '../../../../shared/contract/order.ts';
import { ChannelTag } from '../../../parts/ChannelTag.tsx';
import { ShopName } from '../../../parts/PartyName.tsx';
import { ReviewStateTag } from '../../../parts/ReviewStateTag.tsx';
import { CommissionStatusTag, OrderStatusTag } from '../../../parts/StatusTag.tsx';
import { Thumb } from '../../../parts/Thumb.tsx';
import { DecisionButtons } from '../review/DecisionButtons.tsx';
import { OrderTags } from './OrderTags.tsx';

/** What was sold, where it stands with the platform and with us; at a past moment nothing can be decided. */
export function OrderHead({ order, past }: { order: OrderRow; past: boolean }) {
  const { order_id, sku_id } = order;
  return (
    <div className="ld-order-head">
      <Thumb url={order.thumb_url} size={48} />
      <div className="ld-order-head__what">
        <div className="ld-order-head__title">{order.product_title ?? order.product_id}</div>
        <div className="ld-order-head__shop">
          <ShopName name={order.shop_name} id={order.shop_appid} />
        </div>
        <div className="ld-order-head__states">
          <OrderStatusTag code={order.order_status} />
          <CommissionStatusTag code={order.commission_status} />
          <ChannelTag channel={order.channel} />
          <span className="ld-order-head__mark" aria-hidden />
          <ReviewStateTag state={order.review_state} reason={order.review_reason} />
          <OrderTags order={order} past={past} />
        </div>
      </div>
      {past ? null : <DecisionButtons target={{ keys: [{ order_id, sku_id }] }} rows={[order]} compact />}
    </div>
  );
}
