import { describe, expect, it } from 'vitest';
import { flowIdPages, readBalance, readFlow } from '../../../electron/service/platform/endpoints/funds.ts';
import { platformFailure } from '../../../electron/service/platform/failure.ts';
import { type StandIn, standIn } from '../../support/stand-in.ts';

const RANGE = { start: 100, end: 200 };
const refused = () => platformFailure(10024000, 'funds/flowlist/get', 'param error');

async function idsOf(platform: StandIn): Promise<string[][]> {
  const pages: string[][] = [];
  for await (const page of flowIdPages(platform, RANGE)) pages.push(page);
  return pages;
}

describe('the balance', () => {
  it('is what can be withdrawn and what is waiting, in fen', async () => {
    const platform = standIn(() => 0);
    platform.on('balance/get', { errcode: 0, available_amount: 1200, pending_amount: '34' });
    expect(await readBalance(platform)).toEqual({ available_fen: 1200, pending_fen: 34 });
    expect(platform.calls[0]?.body).toEqual({});
  });
});

describe('the flow list', () => {
  it('asks for the next page with the cursor of the one before, always of the same size', async () => {
    const platform = standIn(() => 0);
    platform.on(
      'flowlist/get',
      { flow_ids: ['1', '2'], has_more: true, next_key: 'a' },
      { flow_ids: ['3'], has_more: true, next_key: 'b' },
      { flow_ids: ['4'], has_more: false, next_key: 'c' },
    );
    expect(await idsOf(platform)).toEqual([['1', '2'], ['3'], ['4']]);
    const range = { start_time: 100, end_time: 200, page_size: 50 };
    expect(platform.calls.map((call) => call.body)).toEqual([
      { ...range, page: 1 },
      { ...range, page: 2, next_key: 'a' },
      { ...range, page: 3, next_key: 'b' },
    ]);
  });

  it('ends where a page brings nothing new, whatever has_more says', async () => {
    const platform = standIn(() => 0);
    platform.on('flowlist/get', { flow_ids: ['1'] }, { flow_ids: ['1', '2'] }, { flow_ids: ['2'] });
    expect(await idsOf(platform)).toEqual([['1'], ['2']]);
    expect(platform.calls).toHaveLength(3);
  });

  it('turns to the documented default where its page size is refused, and remembers that', async () => {
    const platform = standIn(() => 0);
    platform.on('flowlist/get', refused(), { flow_ids: [], has_more: false });
    expect(await idsOf(platform)).toEqual([]);
    await idsOf(platform);
    expect(platform.calls.map((call) => call.body.page_size)).toEqual([50, 10, 10]);
  });

  it('says when the range itself is refused', async () => {
    const platform = standIn(() => 0);
    platform.on('flowlist/get', refused());
    await expect(idsOf(platform)).rejects.toMatchObject({ code: 'platform.10024000' });
  });
});

describe('one flow', () => {
  it('has its Beijing time as Unix seconds, its ids as text and its reply as it came', async () => {
    const platform = standIn(() => 0);
    const reply = {
      errcode: 0,
      funds_flow: {
        flow_id: '40206871383778631000',
        funds_type: 2,
        amount: 3051,
        balance: 4000,
        bookkeeping_time: '2026-08-22 22:26:50',
        remark: '分账',
        order_id: '3720675308594609897',
      },
    };
    platform.on('flowdetail/get', reply);
    expect(await readFlow(platform, '40206871383778631000')).toEqual({
      flow: {
        flow_id: '40206871383778631000',
        funds_type: 2,
        amount_fen: 3051,
        balance_fen: 4000,
        booked_at: Date.parse('2026-08-22T22:26:50+08:00') / 1000,
        remark: '分账',
        order_id: '3720675308594609897',
        withdraw_id: null,
      },
      raw: JSON.stringify(reply),
    });
    expect(platform.calls[0]?.body).toEqual({ flow_id: '40206871383778631000' });
  });

  it.each(['', '22.08.2026', '2026-02-30 00:00:00', 7])('keeps an odd time %j as none', async (bookkeeping_time) => {
    const platform = standIn(() => 0);
    platform.on('flowdetail/get', { funds_flow: { flow_id: '1', bookkeeping_time } });
    expect((await readFlow(platform, '1'))?.flow.booked_at).toBeNull();
  });

  it('is none when the reply holds none', async () => {
    const platform = standIn(() => 0);
    platform.on('flowdetail/get', { errcode: 0 });
    expect(await readFlow(platform, '1')).toBeNull();
  });
});
