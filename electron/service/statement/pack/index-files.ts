import type { ReportFormat, ReportScope } from '../../../../shared/contract/report.ts';
import { formatInstant, periodRange } from '../../../../shared/time.ts';
import type { Column, Row } from '../../report/column.ts';
import { CsvSink } from '../../report/csv.ts';
import { PROMOTER_ID_TITLE } from '../../report/document/words.ts';
import { TextFile } from '../../report/text-file.ts';
import { TOTAL_LABEL } from '../../report/total-label.ts';
import type { FormCell, FormRow } from '../../report/xlsx/form-sheet.ts';
import { Workbook } from '../../report/xlsx/workbook.ts';
import { AMOUNTS } from '../../settlement/sums.ts';
import type { MonthBook } from '../month-book.ts';
import type { MonthRecipients } from '../recipients.ts';
import type { Written } from './completeness.ts';
import { SCOPE_WORD } from './file-names.ts';

export const INDEX = { workbook: '索引.xlsx', table: 'index.csv' } as const;

/** One recipient's files in the archive. */
export interface Packed extends Written {
  payable_fen: number | null;
  /** Over the lines of his statement. */
  hash: string;
  files: readonly { format: ReportFormat; path: string; sha256: string }[];
}

export interface PackIndex {
  book: Pick<MonthBook, 'period' | 'state' | 'closing' | 'known_as_of'>;
  figures: MonthRecipients['figures'];
  scopes: readonly ReportScope[];
  formats: readonly ReportFormat[];
  packed: readonly Packed[];
}

/** Over AppIDs of promoters and of shops, and codes of channels. */
const ANY_ID_TITLE = '编号';

function columnsFor(formats: readonly ReportFormat[], idTitle: string): Column[] {
  const money = (key: string, title: string): Column => ({ key, title, kind: 'money', summed: true });
  return [
    { key: 'name', title: '收件方', kind: 'text' },
    { key: 'id', title: idTitle, kind: 'id' },
    { key: 'rows', title: '佣金单数', kind: 'count', summed: true },
    money('actual_payment_fen', '可分佣金额(元)'),
    money('service_amount_fen', '服务费净额(元)'),
    money('promoter_platform_fen', '平台付推客佣金(元)'),
    money('promoter_owed_fen', '机构应付推客佣金(元)'),
    money('net_fen', '机构净收入(元)'),
    { key: 'adjustment_rows', title: '更正行数', kind: 'count', summed: true },
    money('adjustment_service_fen', '更正服务费净额(元)'),
    money('adjustment_owed_fen', '更正应付推客(元)'),
    money('payable_fen', '本期应付(元)'),
    { key: 'hash', title: '明细校验值', kind: 'id' },
    ...formats.flatMap((format): Column[] => [
      { key: `file_${format}`, title: `文件(${format})`, kind: 'text' },
      { key: `sha256_${format}`, title: `文件SHA-256(${format})`, kind: 'id' },
    ]),
  ];
}

function rowOf({ name, shown_id, sums, adjustments, payable_fen, hash, files }: Packed): Row {
  return {
    name,
    id: shown_id || null,
    rows: sums.rows,
    ...Object.fromEntries(AMOUNTS.map((key) => [key, sums[key]])),
    adjustment_rows: adjustments.rows,
    adjustment_service_fen: adjustments.service_amount_fen,
    adjustment_owed_fen: adjustments.promoter_owed_fen,
    payable_fen,
    hash,
    ...Object.fromEntries(
      files.flatMap(({ format, path, sha256 }) => [
        [`file_${format}`, path],
        [`sha256_${format}`, sha256],
      ]),
    ),
  };
}

/** A sheet per scope, whose totals are those of the month, and one that says of what month it is. */
export async function writeIndexWorkbook(file: string, index: PackIndex): Promise<void> {
  const { book, scopes, formats, packed } = index;
  const workbook = new Workbook(file, INDEX.workbook, book.known_as_of ?? periodRange(book.period)!.to);
  try {
    workbook.form('说明', [22, 30, 80], notes(index));
    for (const scope of scopes) {
      const own = packed.filter((one) => one.scope === scope);
      const columns = columnsFor(formats, scope === 'payee' ? PROMOTER_ID_TITLE : ANY_ID_TITLE);
      const table = workbook.table(SCOPE_WORD[scope], columns);
      for (const one of own) await table.row(rowOf(one));
      await table.end({ name: TOTAL_LABEL, id: `${own.length} 份` });
    }
    await workbook.close();
  } catch (error) {
    await workbook.abort();
    throw error;
  }
}

/** The same as one table, with the scope in front and without totals: several scopes tell the same sales again. */
export async function writeIndexTable(file: string, { scopes, formats, packed }: PackIndex): Promise<void> {
  const text = new TextFile(file, INDEX.table);
  try {
    const columns: Column[] = [{ key: 'scope', title: '范围', kind: 'text' }, ...columnsFor(formats, ANY_ID_TITLE)];
    const sink = new CsvSink(text, columns, 'staff');
    for (const scope of scopes)
      for (const one of packed) if (one.scope === scope) sink.row({ scope: SCOPE_WORD[scope], ...rowOf(one) });
    await sink.end();
  } finally {
    text.close();
  }
}

function notes({ book, figures, scopes, packed }: PackIndex): FormRow[] {
  const line = (label: string, value: FormCell, note = ''): FormRow => [
    { kind: 'label', value: label },
    value,
    note ? { kind: 'note', value: note } : null,
  ];
  const { closing } = book;
  return [
    [{ kind: 'title', value: `结算单包 ${book.period}` }],
    [{ kind: 'wide', value: '金额单位为元，时间为北京时间(UTC+8)' }],
    [],
    line(
      '状态',
      { kind: 'fact', value: closing ? '已关账' : '未关账' },
      closing ? `${formatInstant(closing.at)} 由 ${closing.by} 第 ${closing.number} 次关账` : '关账前数字仍可能变化',
    ),
    line(
      '数据截至',
      book.known_as_of === null ? { kind: 'fact', value: '尚未同步' } : { kind: 'instant', value: book.known_as_of },
    ),
    line('账期佣金单数', { kind: 'count', value: figures.sums.rows }),
    line('账期更正行数', { kind: 'count', value: figures.adjustments.rows }),
    ...scopes.map((scope) =>
      line(
        `${SCOPE_WORD[scope]}结算单`,
        { kind: 'count', value: packed.filter((one) => one.scope === scope).length },
        scope === 'payee'
          ? '每个有佣金单、更正或余额的收款人各一份；佣金合计等于账期'
          : '每个有佣金单或更正的各一份；合计等于账期',
      ),
    ),
    line('账期明细校验值', { kind: 'wide', value: figures.hash }),
    ...(closing ? [line('关账校验值', { kind: 'wide', value: closing.hash })] : []),
  ];
}
