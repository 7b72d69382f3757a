import type { ReportScope } from '../../../../shared/contract/report.ts';
import type { CloseCheck } from '../../../../shared/contract/settlement.ts';
import { formatInstant } from '../../../../shared/time.ts';
import type { Face } from '../proof/face.ts';

/** What a recipient is called. */
export const RECIPIENT_WORD: Record<ReportScope, string> = {
  institution: '机构',
  payee: '收款人',
  merchant: '商家',
  channel: '带货渠道',
};

/** Heading over what a payee is known by: the AppIDs of his promoters. */
export const PROMOTER_ID_TITLE = '推客AppID';

export function documentTitle({ scope, period }: Pick<Face, 'scope' | 'period'>): string {
  return scope === 'institution' ? `联盟机构结算报告 ${period}` : `${RECIPIENT_WORD[scope]}结算单 ${period}`;
}

export function stateWord({ state }: Pick<Face, 'state'>): string {
  if (state === 'closed') return '已关账';
  return state === 'open' ? '未关账' : '重新打开';
}

export const MAY_CHANGE = '关账前数字仍可能变化';

export function stateNote({ closing }: Pick<Face, 'closing'>): string {
  if (closing === null) return MAY_CHANGE;
  return `${formatInstant(closing.at)}${closing.by ? ` 由 ${closing.by}` : ''} 第 ${closing.number} 次关账`;
}

export const CARRIED_WORD = {
  minimum: '未达到起付金额，结转下期',
  negative: '结余为负，从以后的佣金中扣回',
} as const;

/** Lines of a payee's balance in their order: each is added to the one before, what was paid is taken off. */
export const BALANCE_LINES = [
  ['opening_fen', '上期结转(元)', ''],
  ['sales_fen', '本期佣金(元)', '本期由机构支付的佣金'],
  ['adjustments_fen', '调整与扣回(元)', '更正已关账的账期，退款为负'],
  ['write_offs_fen', '核销(元)', '不再追讨的欠款'],
  ['paid_fen', '已付(元)', '从结余中减去'],
  ['closing_fen', '结余(元)', '结转 + 佣金 + 调整 + 核销 − 已付'],
] as const;

export const CHECK_WORD: Record<CloseCheck, string> = {
  month_over: '账期已结束',
  read_to_end: '已读到账期结束',
  hours_complete: '各小时均已读完',
  quarantine_empty: '隔离区为空',
  settled_without_time: '已结算均有结算时间',
  owed_without_rule: '机构应付均有分佣规则',
  differences_reviewed: '差异均已复核',
  holds_decided: '挂起均已处理',
  refunds_decided: '结算后退款均已处理',
  identities_hold: '总额、扣费与净额相符',
};

export const CHECK_STATE_WORD = { ok: '通过', asks: '需要看', blocks: '不能关账' } as const;
