import { bool, code, id, list, number, object, reply, text, type WireSpec } from './spec.ts';

const FUNDS = '/channels/ec/league/headsupplier/funds';

export const fundsSpec: WireSpec = {
  [`${FUNDS}/balance/get`]: reply({ available_amount: number, pending_amount: number }),
  [`${FUNDS}/flowlist/get`]: reply({ flow_ids: list(text), has_more: bool, 'next_key?': text }),
  [`${FUNDS}/flowdetail/get`]: reply({
    funds_flow: object({
      flow_id: text,
      // 1 withdrawal, 2 profit sharing, 3 technical service fee.
      funds_type: code(1, 2, 3),
      amount: number,
      balance: number,
      // `YYYY-MM-DD HH:MM:SS`.
      bookkeeping_time: text,
      'remark?': text,
      'order_id?': id,
      'withdraw_id?': id,
    }),
  }),
};
