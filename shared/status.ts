/** 订单状态, `order_info.order_status`. Unknown codes are kept and shown as they came. */
export const ORDER_STATUS = {
  pending_payment: 10,
  gift_pending: 12,
  to_use: 17,
  to_ship: 20,
  partly_shipped: 21,
  to_receive: 30,
  completed: 100,
  refunded: 200,
  cancelled_unpaid: 250,
} as const;

/** 佣金单状态, `commssion_order.status`. Independent of the order status: 200/100 pairs do occur. */
export const COMMISSION_STATUS = { unsettled: 20, settled: 100, cancelled: 200 } as const;

/** 合作状态 of a shop, `shop_list[].status`. */
export const PARTNERSHIP_STATUS = { invited: 1, accepted: 2, refused: 3, withdrawn: 4, ended: 5 } as const;

/** 推广计划类型 of a promotable product. 3 and 4 come from a supplying institution. */
export const PLAN_TYPE = { shop_targeted: 1, shop_public: 2, institution_targeted: 3, institution_public: 4 } as const;
export const PLAN_TYPES = [1, 2, 3, 4] as const;

/** 分佣方式 of a promoter: who pays. */
export const SPLIT_PAYER = { platform: 0, institution: 1 } as const;
