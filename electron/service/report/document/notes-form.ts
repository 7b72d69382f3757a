import { formatFen } from '../../../../shared/money.ts';
import { formatInstant, periodRange } from '../../../../shared/time.ts';
import { HASHED, LINES_FORMAT } from '../../settlement/fingerprint.ts';
import type { Face } from '../proof/face.ts';
import { STATEMENT_FORMAT } from '../proof/lines-hash.ts';
import { type Seal, sealFingerprint } from '../proof/seal.ts';
import { LINE_COLUMNS } from '../settlement-columns.ts';
import type { FormRow } from '../xlsx/form-sheet.ts';
import { count, instant, line, section, text, wide } from './form-lines.ts';
import { CHECK_STATE_WORD, CHECK_WORD } from './words.ts';

/** Labels `verify` looks for. */
export const MARKS = {
  format: '格式',
  period: '账期',
  rows: '明细行数',
  hash: 'SHA-256',
  face: '签名内容',
  public_key: '公钥',
  signature: '数字签名',
} as const;

/** The last sheet: what the rows are, how they are proved, and the proof itself. */
export function notesForm(face: Face, seal: Seal): FormRow[] {
  const range = periodRange(face.period);
  return [
    [{ kind: 'title', value: '说明与校验' }],
    section('范围'),
    line(MARKS.period, text(face.period)),
    line(
      '筛选条件',
      text('佣金单状态 = 已结算(100)'),
      range ? `结算时间自 ${formatInstant(range.from)} 起，至 ${formatInstant(range.to - 1)} 止` : '',
    ),
    line(
      '排序',
      text('下单时间、订单号、SKU编码 升序'),
      '订单号与 SKU编码按文本比较；更正已关账账期的行在后，先按原账期',
    ),
    line('数据截至', instant(face.known_as_of)),
    line(MARKS.rows, count(face.rows), '已结算与更正的行，不含未结算'),
    [],
    section('校验'),
    line(MARKS.format, text(face.format)),
    line(MARKS.hash, wide(face.hash)),
    ...(face.format === LINES_FORMAT ? packMethod(face) : statementMethod(face)),
    line('校验码', text('每行一个'), '该行各列数值文本的 SHA-256 的前 10 位；行号从 1 起，缺号即被删行。'),
    line('如何验证', text('在程序中选择「校验报告」'), '任何一处金额、编号或名称被改动，程序会指出是哪一行。'),
    [],
    section('签名'),
    line('算法', text('Ed25519'), '对「签名内容」的 UTF-8 文本签名；公钥与签名为 Base64。'),
    line('密钥指纹', text(sealFingerprint(seal)), '可与出具机构电话核对'),
    line(MARKS.public_key, wide(seal.public_key)),
    line(MARKS.signature, wide(seal.signature)),
    line(MARKS.face, wide(seal.text)),
    [],
    section('列'),
    ...face.columns.map(({ key, title }) => line(title, text(key))),
    ...checkRows(face),
  ];
}

const TO_LINES = '行内以制表符分隔，空值为空，每行以换行符(LF)结束';
const VALUES = '金额以分、比例以百万分之一、时间以 Unix 秒计，状态、渠道与支付方用平台代码';

function packMethod({ period }: Face): FormRow[] {
  const titles = new Map<string, string>(LINE_COLUMNS.map(({ key, title }) => [key, title]));
  return [
    line(
      '算法',
      text('SHA-256(UTF-8 文本)'),
      `第一行为「${LINES_FORMAT} ${period}」，其后每张佣金单一行，按上述排序；有更正时先一行「adjustments」，再每条更正一行，末尾加原账期与原因；${TO_LINES}。`,
    ),
    line(
      '字段顺序',
      text(`${HASHED.length} 个字段`),
      `${HASHED.map((key) => titles.get(key)).join('、')}。${VALUES}。`,
    ),
  ];
}

function statementMethod({ period, scope, recipient, columns }: Face): FormRow[] {
  const first = `${STATEMENT_FORMAT} ${period} ${scope} ${recipient.id}`;
  return [
    line(
      '算法',
      text('SHA-256(UTF-8 文本)'),
      `第一行为「${first}」，第二行为以下各列的键，其后每张佣金单一行；有更正时先一行「adjustments」，再每条更正一行，末尾加原账期与原因；${TO_LINES}。${VALUES}。`,
    ),
    line('字段顺序', text(`${columns.length} 个字段`), columns.map(({ title }) => title).join('、')),
  ];
}

function checkRows({ checks, checklist }: Face): FormRow[] {
  if (checks === null || checklist === null) return [];
  return [
    [],
    section('关账检查'),
    ...checklist.map(({ check, state, count: rows, amount_fen }) =>
      line(CHECK_WORD[check], text(CHECK_STATE_WORD[state]), checkNote(state, rows, amount_fen)),
    ),
    [],
    section('检查结果'),
    line('机构应付但无分佣规则', count(checks.owed_without_rule ?? 0), '由机构付佣的推客没有适用的规则，应付按 0 计'),
    line(
      '总额、扣费与净额不符',
      count(checks.identity_differences ?? 0),
      '达人自营订单：服务费总额 − 平台技术服务费 ≠ 服务费净额',
    ),
    line('已结算但无结算时间', count(checks.settled_without_time ?? 0), '不属于任何账期'),
    line('隔离中的佣金单', count(checks.quarantined ?? 0), '平台列出但暂时读不到详情'),
    line('关账后有变化', count(checks.changed_since_close ?? 0), '仅已关账的账期；本报告仍按关账时的数据'),
  ];
}

function checkNote(state: 'ok' | 'asks' | 'blocks', rows: number, fen: number | null): string {
  if (state === 'ok') return '';
  return fen === null ? `${rows} 项` : `${rows} 项，涉及 ${formatFen(fen)} 元`;
}
