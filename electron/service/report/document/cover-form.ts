import type { Face } from '../proof/face.ts';
import { SHEETS } from '../settlement-columns.ts';
import type { FormRow } from '../xlsx/form-sheet.ts';
import { SHEET_ROWS, sheetsFor } from '../xlsx/table-sheet.ts';
import { count, instant, line, money, section, text, wide } from './form-lines.ts';
import { BALANCE_LINES, CARRIED_WORD, documentTitle, RECIPIENT_WORD, stateNote, stateWord } from './words.ts';

/** What the cover says: everything but the tables, which come after it. */
export type CoverFace = Omit<Face, 'tables' | 'detail_hash' | 'checks' | 'checklist'>;

const SUM_NOTES: Record<string, string> = {
  rows: '一个订单中的每个 SKU 是一张佣金单',
  orders: '按订单号去重',
  platform_amount_fen: '平台已从服务费总额中扣除',
  service_amount_fen: '平台结算给本机构的服务费',
  promoter_platform_fen: '平台分佣，已在服务费净额之外',
  promoter_owed_fen: '机构分佣，按本机构设置的分佣规则计算',
  net_fen: '服务费净额 − 机构应付推客佣金',
};

/** Sums one below the other, amounts by the headings of their columns. */
export function sumRows(sums: Readonly<Record<string, number>>, columns: Face['columns']): FormRow[] {
  const titles = new Map(columns.map(({ key, title }) => [key, title]));
  return Object.entries(sums).map(([key, value]) => {
    if (key === 'rows') return line('佣金单数', count(value), SUM_NOTES[key]);
    if (key === 'orders') return line('订单数', count(value), SUM_NOTES[key]);
    return line(titles.get(key) ?? key, money(value), SUM_NOTES[key]);
  });
}

/** `sheetRows` is how many rows a sheet holds, see `TableOptions`. */
export function coverForm(face: CoverFace, sheetRows = SHEET_ROWS): FormRow[] {
  const { period, institution, columns } = face;
  const sales = face.sums.rows ?? 0;
  const sheets = sheetsFor(sales, sheetRows);
  return [
    [{ kind: 'title', value: documentTitle(face) }],
    [{ kind: 'wide', value: '金额单位为元，时间为北京时间(UTC+8)' }],
    [],
    ...(institution.name ? [line('出具机构', text(institution.name), institution.app_id ?? '')] : []),
    ...recipientRows(face),
    line('账期', text(period), '结算时间落在本月的佣金单'),
    line('状态', text(stateWord(face)), stateNote(face)),
    line('数据截至', instant(face.known_as_of), '此时间之前平台上可见的数据均已读取'),
    [],
    ...balanceRows(face),
    section('已结算'),
    ...sumRows(face.sums, columns),
    [],
    section('调整与扣回(更正已关账的账期，不计入以上合计)'),
    ...sumRows(face.adjustments, columns),
    [],
    section('未结算(估算，不计入以上合计)'),
    ...sumRows(face.unsettled, columns),
    [],
    line(
      '明细工作表',
      text(sheets === 1 ? SHEETS.lines : `${SHEETS.lines}_1 至 ${SHEETS.lines}_${sheets}`),
      sheets === 1 ? '' : `超过单个工作表的行数上限，分为 ${sheets} 个工作表，各自小计，最后一个另有合计`,
    ),
    line('SHA-256', wide(face.hash)),
  ];
}

function recipientRows({ scope, recipient: { name, id, id_title } }: CoverFace): FormRow[] {
  if (scope === 'institution') return [];
  if (id_title === undefined) return [line(RECIPIENT_WORD[scope], text(name), id)];
  return [line(RECIPIENT_WORD[scope], text(name)), line(id_title, wide(id))];
}

function balanceRows({ balance }: CoverFace): FormRow[] {
  if (balance === null) return [];
  return [
    section('本期结算'),
    ...BALANCE_LINES.map(([key, label, note]) => line(label, money(balance[key]), note)),
    line(
      '本期应付(元)',
      { kind: 'money', value: balance.payable_fen },
      balance.carried === null ? '' : CARRIED_WORD[balance.carried],
    ),
    [],
  ];
}
