import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type OrderQuestion,
  ordersAddress,
  questionParams,
  questionText,
  readQuestion,
  textOf,
} from '../../../../renderer/rooms/orders/address.ts';
import { filters, sorts } from './any-filter.ts';

const query = (text: string) => new URLSearchParams(text);
const search = (address: string) => query(address.split('?')[1] ?? '');
const back = (question: OrderQuestion) => readQuestion(query(textOf(question)));

describe('the filter in the address', () => {
  it('comes back as it was written, whatever it is', () => {
    fc.assert(
      fc.property(filters, sorts, (filter, sort) => {
        expect(back({ filter, sort })).toEqual({ filter, sort });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps texts with signs of addresses and of SQL, emoji and full-width letters', () => {
    const filter = {
      axis: 'settled',
      text: `100% 茶&叶=# "'; drop table--% %41 ＡＢ 🛒 +`,
      tag: ['-', '--', '%', '二 次'],
      shop_appid: [null, '-', 'wx&x=1'],
      source: [null, 'unknown:mini_id'],
      order_status: [null, -1, 0, 999],
      talent_key: ['name:=小鱼', 'finder:%2F'],
      order_ids: ['37%20', 'a b', '3701234567890123456'],
      has_refund: false,
    } as const;
    expect(readQuestion(search(ordersAddress(filter as never))).filter).toEqual(filter);
  });

  it('holds ten thousand pasted order ids in one parameter', () => {
    const order_ids = Array.from({ length: 10_000 }, (_, at) => String(3_700_000_000_000_000_000n + BigInt(at)));
    const address = ordersAddress({ order_ids });
    expect(search(address).getAll('order_ids')).toHaveLength(1);
    expect(address.length).toBeLessThan(210_000);
    expect(readQuestion(search(address)).filter.order_ids).toEqual(order_ids);
  });

  it('leaves out what makes no sense', () => {
    const nonsense =
      'channel=%27;drop&channel=-&order_status=abc&order_status=1e3&commission_status=99999999&order_id=12&axis=never' +
      '&from=2026-02-30&to=tomorrow&sort=raw.up&role=king&review_state=-&payment_min=1.5&ratio_max=2000000' +
      '&service_min=99999999999999999999&has_refund=yes&self_purchase=&order_ids=+++&text=++&known_delay_min=x';
    expect(readQuestion(query(nonsense))).toEqual({
      filter: { axis: 'created' },
      sort: { by: 'created_at', direction: 'desc' },
    });
  });

  it('makes sense of any text at all', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(
              ...Object.keys(
                questionParams(back({ filter: { axis: 'created' }, sort: { by: 'paid_at', direction: 'asc' } })),
              ),
            ),
            fc.string(),
          ),
        ),
        (pairs) => {
          const question = readQuestion(new URLSearchParams(pairs));
          expect(back(question)).toEqual(question);
        },
      ),
    );
  });

  it('keeps the sound ones of a list and of pasted ids', () => {
    const { filter } = readQuestion(
      query(`order_status=20&order_status=x&order_status=20&order_ids=1+${'9'.repeat(65)}+1+2`),
    );
    expect(filter).toEqual({ axis: 'created', order_status: [20], order_ids: ['1', '2'] });
  });

  it('turns ranges written backwards round', () => {
    const { filter } = readQuestion(query('from=2026-03-31&to=2026-03-01&payment_min=900&payment_max=-5'));
    expect(filter).toMatchObject({ from: '2026-03-01', to: '2026-03-31', payment_min: -5, payment_max: 900 });
  });

  it('names every key, so that setting it removes old conditions', () => {
    const params = questionParams({ filter: { axis: 'created' }, sort: { by: 'paid_at', direction: 'asc' } });
    for (const key of ['shop_appid', 'order_ids', 'text', 'has_note', 'ratio_max', 'from']) {
      expect(Object.keys(params)).toContain(key);
    }
    expect(params.sort).toBe('paid_at.asc');
    expect(ordersAddress({})).toBe('/orders');
  });

  it('is one text for one question, whatever stands beside it and in which order', () => {
    fc.assert(
      fc.property(filters, sorts, (filter, sort) => {
        const text = textOf({ filter, sort });
        const params = [...new URLSearchParams(text)].reverse();
        // Values of one list keep their order; keys do not matter.
        const shuffled = new URLSearchParams([['open', '1/2'], ['tab', 'review'], ...params.reverse()]);
        expect(questionText(shuffled)).toBe(text);
      }),
    );
  });
});
