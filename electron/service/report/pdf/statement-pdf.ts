import type { SettlementLine } from '../../settlement/line.ts';
import type { Statement } from '../../statement/statement.ts';
import type { Column, Row } from '../column.ts';
import { createdOf } from '../document/created.ts';
import { type ProvenRow, provenRows, provenUnsettled } from '../document/proven-rows.ts';
import type { WriteOptions } from '../document/statement-csv.ts';
import { documentTitle } from '../document/words.ts';
import type { Draft } from '../proof/draft.ts';
import type { LinesHash } from '../proof/lines-hash.ts';
import { RowsHash } from '../proof/rows-hash.ts';
import { type Seal, seal } from '../proof/seal.ts';
import type { Signer } from '../proof/signature.ts';
import { CORRECTION_COLUMNS, SHEETS } from '../settlement-columns.ts';
import { drawBalance, drawFacts, drawFigures, drawHeadBlock, drawSums, drawWarning } from './blocks.ts';
import { ColumnTexts } from './column-texts.ts';
import { headText } from './field-text.ts';
import { Flow, MARGIN } from './flow.ts';
import { pageFrame } from './page-frame.ts';
import { Paper, pageSize } from './paper.ts';
import { pdfInfo, pdfTail } from './pdf-proof.ts';
import { drawSealBlock } from './seal-block.ts';
import { drawTable, type PaperTable } from './table.ts';
import { type Choice, chooseLayout, columnNeeds, layTable, type Measure, type TableLayout } from './table-layout.ts';

/** The statement on A4, laid out once to know its pages and once to draw it. */
export async function writeStatementPdf(
  statement: Statement,
  draft: Draft,
  hash: LinesHash,
  file: string,
  { begin, signer, pace }: WriteOptions,
): Promise<void> {
  const sealed = seal({ ...draft, tables: [] }, signer);
  const paper = await Paper.open({
    temporary: begin(file),
    file,
    title: `${documentTitle(draft)} ${draft.recipient.name}`.trim(),
    author: draft.institution.name,
    subject: draft.hash,
    created: createdOf(draft),
  });
  try {
    const tables = layTables(statement, (text) => paper.faces.regular.set(text).width);
    paper.orientation = tables.orientation;
    const { size } = paper;
    const frame = pageFrame(draft, size);
    const document = { statement, draft, seal: sealed, signer, tables, did: () => pace.did() };
    const counted = new Flow(size, frame);
    compose(counted, document, []);
    const flow = new Flow(size, frame, paper, counted.page);
    const rows = provenRows(statement, hash);
    compose(flow, document, rows);
    if (flow.page !== counted.page) throw new Error(`a document of ${counted.page} pages came to ${flow.page}`);
    paper.endPages();
    await paper.close(pdfInfo(sealed, paper.pages), (sha256) => pdfTail(sha256, signer));
  } finally {
    paper.abort();
  }
}

interface Tables {
  orientation: 'portrait' | 'landscape';
  groups: TableLayout[];
  sales: TableLayout;
  corrections: TableLayout;
  /** Columns that have no room on paper. */
  left: Record<'sales' | 'corrections', string[]>;
}

interface Document {
  statement: Statement;
  draft: Draft;
  seal: Seal;
  signer: Signer;
  tables: Tables;
  did(): void;
}

function layTables(statement: Statement, measure: Measure): Tables {
  const { columns, groups } = statement;
  const texts = new ColumnTexts([...columns, ...CORRECTION_COLUMNS]).add(plainRows(statement.lines(), 'sale'));
  texts.add(plainRows(statement.lines(), 'adjustment')).add(plainRows(statement.unsettledLines(), 'sale'));
  const sales = chooseLayout(columnNeeds(columns, texts, measure), {
    portrait: usable('portrait'),
    landscape: usable('landscape'),
  });
  const { orientation } = sales;
  const width = usable(orientation);
  // All pages lie as those of the detail.
  const choose = (own: readonly Column[], of: ColumnTexts) =>
    chooseLayout(columnNeeds(own, of, measure), { [orientation]: width });
  const lay = (choice: Choice) => layTable(choice, MARGIN.side, width);
  const others = columns.filter(({ key }) => !CORRECTION_COLUMNS.some((column) => column.key === key));
  // What is corrected stands in front: it must not be left out.
  const corrections = choose([...others.slice(0, 2), ...CORRECTION_COLUMNS, ...others.slice(2)], texts);
  return {
    orientation,
    groups: groups.map((group) => lay(choose(group.columns, new ColumnTexts(group.columns).add(group.rows)))),
    sales: lay(sales),
    corrections: lay(corrections),
    left: { sales: sales.left.map(headText), corrections: corrections.left.map(headText) },
  };
}

function* plainRows(lines: Iterable<SettlementLine>, kind: SettlementLine['kind']): Generator<Row> {
  for (const line of lines) if (line.kind === kind) yield { ...line };
}

function usable(orientation: 'portrait' | 'landscape'): number {
  return pageSize(orientation).width - 2 * MARGIN.side;
}

/** Everything in its order; `rows` are the lines, sales before corrections. */
function compose(flow: Flow, document: Document, rows: Iterable<ProvenRow>): void {
  const { statement, draft, seal: sealed, signer, tables, did } = document;
  const { sums, adjustments, unsettled, columns } = statement;
  drawHeadBlock(flow, draft, signer.fingerprint);
  drawFacts(flow, draft);
  drawWarning(flow, draft);
  drawFigures(flow, draft);
  drawBalance(flow, draft);
  drawSums(flow, draft);
  const table = (part: Pick<PaperTable, 'title' | 'note' | 'layout' | 'rows' | 'count' | 'remark'>, marked: boolean) =>
    drawTable(flow, { ...part, marked, did });
  statement.groups.forEach((group, n) => {
    const count = group.rows.length;
    const remark = `${count} 行`;
    table({ title: group.title, note: '已结算', layout: tables.groups[n]!, rows: group.rows, count, remark }, false);
  });
  const remarkOf = (part: Statement['sums']) => `${part.rows} 行　${part.orders} 个订单`;
  const all = rows[Symbol.iterator]();
  const lines = { [Symbol.iterator]: () => ({ next: () => all.next() }) };
  table(
    {
      title: SHEETS.lines,
      note: leftNote('已结算的佣金单，按下单时间、订单号、SKU编码', tables.left.sales),
      layout: tables.sales,
      rows: lines,
      count: sums.rows,
      remark: remarkOf(sums),
    },
    true,
  );
  if (adjustments.rows > 0)
    table(
      {
        title: SHEETS.corrections,
        note: leftNote('更正已关账的账期：差额单独列示，退款为负', tables.left.corrections),
        layout: tables.corrections,
        rows: lines,
        count: adjustments.rows,
        remark: remarkOf(adjustments),
      },
      true,
    );
  if (flow.pen && !all.next().done) throw new Error('a statement has more lines than its sums say');
  if (unsettled.rows > 0)
    table(
      {
        title: SHEETS.unsettled,
        note: leftNote('本月支付、尚未结算，平台估算', tables.left.sales),
        layout: tables.sales,
        rows: provenUnsettled(statement, columns, new RowsHash(SHEETS.unsettled)),
        count: unsettled.rows,
        remark: remarkOf(unsettled),
      },
      false,
    );
  drawSealBlock(flow, draft, sealed);
}

function leftNote(note: string, left: readonly string[]): string {
  return left.length === 0 ? note : `${note}；另有 ${left.length} 列见 xlsx 与 csv：${left.join('、')}`;
}
