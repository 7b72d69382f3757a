import { beforeEach, describe, expect, it } from 'vitest';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { A, B, C, csvPreview, refusals, sheetPreview } from './preview.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
});

const as = (preview: { columns: { heading: string; as: string }[] }) =>
  Object.fromEntries(preview.columns.map(({ heading, as: field }) => [field, heading]));

describe('the headings of a file', () => {
  it('are known by the words of a shop, below a title and a filter', async () => {
    const preview = await csvPreview(
      desk,
      `2026年11月带货订单导出\n导出时间：2026-12-01 10:00\n\n订单号,商品名称,SKU编码(自定义),订单实际支付金额,带货费用类型,带货费用,订单完成结算时间\n${A},茶,s1,99.00,带货机构服务费,9.90,2026-11-20 12:00:00\n${A},茶,s1,99.00,达人佣金,19.80,2026-11-20 12:00:00\n`,
    );
    expect(as(preview)).toEqual({
      order_id: '订单号',
      sku_id: 'SKU编码(自定义)',
      amount: '带货费用',
      payment: '订单实际支付金额',
      at: '订单完成结算时间',
      type: '带货费用类型',
    });
    expect(preview).toMatchObject({
      kind: 'orders',
      side: 'merchant',
      counted_rows: 1,
      amount_fen: 990,
      other_types: [{ type: '达人佣金', rows: 1 }],
      refused_rows: 0,
    });
  });

  it('are known in our own files, for people in yuan and for programs in fen, and what is not settled does not count', async () => {
    const people = await csvPreview(
      desk,
      `订单号,SKU编码,佣金单状态,服务费净额(元),结算时间\n\t${A},\t1,已结算,9.90,2026-11-20 12:00:00\n\t${B},\t1,未结算,5.00,\n合计,2 行,,14.90,\n#校验,格式=1\n`,
    );
    const programs = await csvPreview(
      desk,
      `order_id,sku_id,commission_status,service_amount_fen,settled_at\n${A},1,100,990,1795147200\n${B},1,20,500,\n`,
    );
    expect(people).toMatchObject({ unit: 'yuan', rows: 2, counted_rows: 1, amount_fen: 990, other_rows: 1 });
    expect(programs).toMatchObject({ unit: 'fen', rows: 2, counted_rows: 1, amount_fen: 990, other_rows: 1 });
  });

  it('are known when they are merged over two rows', async () => {
    const preview = await sheetPreview(
      desk,
      [
        ['结算明细', null, null, null],
        ['订单号', '金额', null, '结算时间'],
        [null, '商品金额', '服务费', null],
        [A, '99.00', '9.90', '2026-11-20'],
      ],
      ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3'],
    );
    expect(preview.headings).toEqual(['订单号', '商品金额', '服务费', '结算时间']);
    expect(preview).toMatchObject({ counted_rows: 1, amount_fen: 990, rows: 1 });
  });

  it('may be chosen by hand where nobody could know them', async () => {
    const text = `单据,佣,备注\n${A},9.90,好\n`;
    const unknown = await csvPreview(desk, text);
    expect(unknown).toMatchObject({ missing: ['order_id', 'amount'], counted_rows: 0, sample: [[A, '9.90', '好']] });
    const chosen = await csvPreview(desk, text, { columns: { order_id: 0, amount: 1 } });
    expect(chosen).toMatchObject({ missing: [], counted_rows: 1, amount_fen: 990 });
    expect(await csvPreview(desk, text, { columns: { order_id: 0, amount: 7 } })).toMatchObject({
      missing: ['amount'],
    });
  });

  it('may be missing altogether', async () => {
    const preview = await csvPreview(desk, `${A},9.90\n${B},1.00\n`, { columns: { order_id: 0, amount: 1 } });
    expect(preview).toMatchObject({ headings: ['A', 'B'], counted_rows: 2, amount_fen: 1090 });
  });

  it('of a balance tell the kind of each flow, and money in from money out', async () => {
    const preview = await csvPreview(
      desk,
      `流水单号,记账时间,动帐类型,收支类型,收支金额,账户余额,关联订单号\nf1,2026-11-20 12:00:00,分账,收入,9.90,100,${A}\nf2,2026-11-20 12:00:00,联盟技术服务费,支出,0.99,99,${A}\nf3,2026-11-21 12:00:00,提现,支出,50.00,49,\nf4,2026-11-21 12:00:00,分账,支出,1.00,48,${B}\nf5,2026-11-21,神秘调整,收入,3.00,51,${C}\nf6,2026-11-21,分账,冻结,3.00,51,${C}\n`,
    );
    expect(preview).toMatchObject({
      kind: 'flows',
      side: 'institution',
      counted_rows: 3,
      amount_fen: 990 - 99 - 100,
      other_rows: 2,
    });
    expect(preview.other_types.map(({ type }) => type).sort()).toEqual(['提现', '神秘调整']);
    expect(refusals(preview)).toEqual(['7 direction_unknown 冻结']);
  });

  it('of a shop say what the shop pays: that is what the institution gets', async () => {
    const preview = await csvPreview(
      desk,
      `流水单号,动账类型,收支类型,收支金额,关联订单号\nf1,带货机构服务费,支出,9.90,${A}\nf2,达人佣金,支出,20.00,${A}\nf3,技术服务费,支出,1.00,${A}\nf4,订单收入,收入,99.00,${A}\n`,
    );
    expect(preview).toMatchObject({ side: 'merchant', counted_rows: 1, amount_fen: 990, other_rows: 3 });
    const turned = await csvPreview(
      desk,
      `流水单号,动账类型,收支类型,收支金额,关联订单号\nf1,带货机构服务费,支出,9.90,${A}\n`,
      { side: 'institution' },
    );
    expect(turned.amount_fen).toBe(-990);
  });
});
