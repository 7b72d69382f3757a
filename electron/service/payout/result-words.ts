/** What a bank or platform says became of a payment. */
export type SaidResult = 'paid' | 'partly_paid' | 'failed' | 'processing' | 'unknown';

/** The first that fits: 未成功 is no success, 部分成功 neither. */
const WORDS: readonly [SaidResult, RegExp][] = [
  ['partly_paid', /部分|partial/i],
  [
    'failed',
    /失败|未成功|不成功|退汇|退回|退票|拒绝|驳回|撤销|关闭|无效|异常|fail|reject|refus|return|cancel|invalid/i,
  ],
  ['processing', /处理中|进行中|受理|提交|待|等待|未支付|未付款|未到账|未发放|pending|process|submitted|wait/i],
  ['paid', /成功|已支付|已付款|已到账|已发放|已打款|完成|success|paid|done|complete/i],
];

export function saidResult(text: string): SaidResult {
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown';
}
