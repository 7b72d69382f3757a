import { formatFen } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/time.ts';
import type { LineSums } from '../settlement/sums.ts';
import type { Statement } from './statement.ts';

const yuan = (fen: number) => `${formatFen(fen)} 元`;
const signed = (fen: number) => `${fen > 0 ? '+' : ''}${yuan(fen)}`;

/** What the recipient can compare with his file, and read out over the phone. */
interface Proof {
  /** Over the lines of the statement. */
  hash: string;
  fingerprint: string;
}

/** Ready words to send with a statement: what it says, and how it can be checked. One line per fact. */
export function statementMessage(statement: Statement, proof: Proof): string {
  const { period, recipient, institution, state, known_as_of } = statement;
  const asOf = known_as_of === null ? '' : `（数据截至 ${formatInstant(known_as_of)}）`;
  return [
    `${recipient.name}，您好：`,
    state === 'closed'
      ? `${period} 的结算单已确定${asOf}。`
      : `以下是 ${period} 的结算情况，尚未关账，数字仍可能变化${asOf}。`,
    '',
    ...(statement.scope === 'payee' ? payeeLines(statement) : feeLines(statement)),
    ...(statement.unsettled.rows > 0 ? [`另有 ${statement.unsettled.rows} 张佣金单尚未结算，未计入以上金额。`] : []),
    '',
    ...(state === 'closed' ? [] : ['如有疑问，请在关账前告诉我们。']),
    `核对方法：用「校验报告」打开附件，可确认没有被改动；也可在电话里核对明细校验值前 12 位 ${proof.hash.slice(0, 12)} 与签名密钥指纹 ${proof.fingerprint}。`,
    ...(institution.name === '' ? [] : [institution.name]),
  ].join('\n');
}

function salesLine({ orders, rows, actual_payment_fen }: LineSums): string {
  return `订单：${orders} 个（佣金单 ${rows} 张），可分佣金额 ${yuan(actual_payment_fen)}`;
}

function payeeLines({ sums, adjustments, balance }: Statement): string[] {
  const lines = [salesLine(sums), `机构付佣金：${yuan(sums.promoter_owed_fen)}`];
  if (sums.promoter_platform_fen !== 0)
    lines.push(`平台付佣金：${yuan(sums.promoter_platform_fen)}（由平台直接支付，不在本机构付款之内）`);
  if (adjustments.rows > 0)
    lines.push(`更正与扣回：${signed(adjustments.promoter_owed_fen)}（${adjustments.rows} 行，涉及已关账的月份）`);
  if (balance === null) return lines;
  if (balance.opening_fen !== 0) lines.push(`上期结转：${signed(balance.opening_fen)}`);
  if (balance.write_offs_fen !== 0) lines.push(`核销：${signed(balance.write_offs_fen)}`);
  if (balance.paid_fen !== 0) lines.push(`已付：${yuan(Math.abs(balance.paid_fen))}`);
  lines.push(`本期应付：${yuan(balance.payable_fen)}`);
  if (balance.carried === 'minimum') lines.push(`结余 ${yuan(balance.closing_fen)} 未达到起付金额，结转下期。`);
  if (balance.carried === 'negative') lines.push(`结余 ${yuan(balance.closing_fen)}，将从以后的佣金中扣回。`);
  return lines;
}

function feeLines({ sums, adjustments }: Statement): string[] {
  const lines = [salesLine(sums), `服务费净额：${yuan(sums.service_amount_fen)}`];
  if (sums.platform_amount_fen !== 0) lines.push(`平台技术服务费：${yuan(sums.platform_amount_fen)}`);
  if (adjustments.rows > 0)
    lines.push(`更正与扣回：${signed(adjustments.service_amount_fen)}（${adjustments.rows} 行，涉及已关账的月份）`);
  return lines;
}
