import { describe, expect, it } from 'vitest';
import { ordersAddress, questionParams, readQuestion } from '../../../../renderer/rooms/orders/address.ts';

const query = (text: string) => new URLSearchParams(text);
const search = (address: string) => query(address.split('?')[1] ?? '');

describe('the filter in the address', () => {
  it('comes back as it was written', () => {
    const filter = {
      axis: 'settled',
      channel: ['promoter', 'unknown:7'],
      order_status: [30, 999],
      commission_status: [20],
      shop_appid: ['wx01', 'wx02'],
      promoter_appid: ['wx&x=1'],
      product_id: ['10000123456789012345'],
      order_id: '3701234567890123456',
      from: '2026-01-01',
      to: '2026-01-31',
    } as const;
    const address = ordersAddress(filter as never);
    expect(readQuestion(search(address)).filter).toEqual(filter);
  });

  it('leaves out what makes no sense', () => {
    const { filter, sort } = readQuestion(
      query(
        'channel=%27;drop&order_status=abc&commission_status=-1&order_id=12&axis=never&from=2026-02-30&sort=raw.up',
      ),
    );
    expect(filter).toEqual({ axis: 'created' });
    expect(sort).toEqual({ by: 'created_at', direction: 'desc' });
  });

  it('turns a range written backwards round', () => {
    const { filter } = readQuestion(query('from=2026-03-31&to=2026-03-01'));
    expect(filter).toMatchObject({ from: '2026-03-01', to: '2026-03-31' });
  });

  it('takes doubled values once', () => {
    expect(readQuestion(query('order_status=20&order_status=20')).filter.order_status).toEqual([20]);
  });

  it('names every key, so that setting it removes old conditions', () => {
    const params = questionParams({ filter: { axis: 'created' }, sort: { by: 'paid_at', direction: 'asc' } });
    expect(Object.keys(params)).toContain('shop_appid');
    expect(params.sort).toBe('paid_at.asc');
    expect(ordersAddress({})).toBe('/orders');
  });
});
