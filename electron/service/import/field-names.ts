import type { ImportField, ImportKind } from '../../../shared/contract/import.ts';
import type { AmountUnit } from '../table-file/amount.ts';
import { plainHeading } from '../table-file/heading.ts';

/**
 * What columns are called, the best name first, as `plainHeading` makes them: in the exports of shops, in what other
 * tools write, and in our own, for people and for programs. Which headings the institution's own console writes is not
 * documented, so everything near is taken and can be changed by hand.
 */
const NAMES: Record<ImportField, readonly string[]> = {
  order_id: [
    '订单号',
    '订单编号',
    '关联订单号',
    '关联订单编号',
    '订单id',
    'orderid',
    'orderno',
    'ordernumber',
    '平台订单号',
    '小店订单号',
    '主订单号',
    '主订单编号',
    '交易订单号',
    '原订单号',
  ],
  sku_id: ['sku编码', 'skuid', 'sku', '规格编码', '商品规格编码', '规格id', '子订单号', '子订单编号'],
  flow_id: ['流水单号', '流水号', '资金流水号', '资金流水单号', 'flowid', '流水id', '账务流水号'],
  amount: [
    // Our own exports.
    '服务费净额',
    'serviceamountfen',
    // What the institution gets, by the words of consoles and of other tools.
    '带货机构服务费',
    '机构服务费',
    '机构服务费金额',
    '服务费金额',
    '服务费',
    '机构佣金',
    '机构净服务费',
    '实际结算金额',
    '结算金额',
    '结算佣金',
    '佣金金额',
    '佣金收入',
    '实际佣金',
    '佣金',
    '带货费用',
    // Flows.
    '收支金额',
    '动账金额',
    '动帐金额',
    '发生金额',
    '变动金额',
    '交易金额',
    '入账金额',
    '流水金额',
    'amountfen',
    'amount',
    '金额',
  ],
  payment: ['可分佣金额', 'actualpaymentfen', '订单实际支付金额', '订单实际收款金额', '实付金额', '支付金额', '实付款'],
  at: [
    '结算时间',
    '订单完成结算时间',
    '完成结算时间',
    '佣金结算时间',
    'settledat',
    '记账时间',
    '入账时间',
    '动账时间',
    '动帐时间',
    'bookedat',
    '结算日期',
    '记账日期',
    '交易时间',
  ],
  type: [
    '动账类型',
    '动帐类型',
    '带货费用类型',
    '费用类型',
    '业务类型',
    '资金类型',
    '流水类型',
    '交易类型',
    'fundstype',
  ],
  status: ['佣金单状态', '佣金状态', '结算状态', '佣金结算状态', 'commissionstatus'],
  direction: ['收支类型', '收支方向', '收/支', '资金流向', '收支', '借贷', '借贷方向', '方向'],
};

/** Places of the headings that are known; one column is one field. */
export function fieldsOf(headings: readonly string[]): Partial<Record<ImportField, number>> {
  const plain = headings.map(plainHeading);
  const taken = new Set<number>();
  const found: Partial<Record<ImportField, number>> = {};
  for (const field of Object.keys(NAMES) as ImportField[])
    for (const name of NAMES[field]) {
      const at = plain.findIndex((heading, index) => heading === name && !taken.has(index));
      if (at < 0) continue;
      found[field] = at;
      taken.add(at);
      break;
    }
  return found;
}

/** What a file cannot be read without. */
export function neededFields(kind: ImportKind): ImportField[] {
  return kind === 'flows' ? ['flow_id', 'order_id', 'amount'] : ['order_id', 'amount'];
}

/** Consoles and people write yuan; files for programs name the fen they write. */
export function unitOf(heading: string): AmountUnit {
  return /[(（【[]\s*分\s*[)）】\]]|_fen$|\bfen\b/i.test(heading) ? 'fen' : 'yuan';
}

/** A column that only numbers the lines, and so tells no two lines apart. */
export function isLineNumber(heading: string): boolean {
  return ['序号', '行号', '编号', 'no', 'index', 'id'].includes(plainHeading(heading));
}
