import { describe, expect, it } from 'vitest';
import { byWeight, nameChange, readChange } from '../../../../../renderer/rooms/orders/order/change-reading.ts';

describe('reading changes', () => {
  it.each([
    ['order_detail.commission_info.service_amount', '495', { kind: 'money', fen: 495 }],
    ['order_detail.product_info.actual_payment', '"9900"', { kind: 'money', fen: 9900 }],
    ['order_detail.commission_info.sharer_info.ratio', '50000', { kind: 'rate', ppm: 50_000 }],
    ['update_time', '1760000090', { kind: 'instant', unix: 1_760_000_090 }],
    ['order_detail.commission_info.profit_sharding_suc_time', '0', { kind: 'absent' }],
    ['status', '100', { kind: 'commission_status', code: 100 }],
    ['order_detail.order_info.order_status', '30', { kind: 'order_status', code: 30 }],
    ['order_detail.order_info.status', '30', { kind: 'order_status', code: 30 }],
    ['order_detail.shop_info.shop_name', '"青禾"', { kind: 'text', text: '青禾' }],
    ['order_detail.product_info.product_id', '10000123456789012345', { kind: 'text', text: '10000123456789012345' }],
    ['a', null, { kind: 'absent' }],
  ] as const)('%s %s', (path, json, value) => {
    expect(readChange(path, json)).toEqual(value);
  });

  it('names fields and parties, and nothing it does not know', () => {
    expect(nameChange('order_detail.commission_info.sharer_info.amount')).toEqual({
      party: 'promoter',
      field: 'amount',
    });
    expect(nameChange('order_detail.order_info.update_time').field).toBe('order_updated_at');
    expect(nameChange('order_detail.new_thing.constructor')).toEqual({ party: null, field: null });
  });

  it('puts first how it stands, then the money, and times of change last', () => {
    const changes = ['update_time', 'a.new_thing', 'a.service_amount', 'status', 'a.order_info.update_time'].map(
      (path) => ({
        path,
      }),
    );
    expect(byWeight(changes).map(({ path }) => path)).toEqual([
      'status',
      'a.service_amount',
      'a.new_thing',
      'update_time',
      'a.order_info.update_time',
    ]);
  });
});
