import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FreshFiles } from '../../../electron/service/report/fresh-files.ts';
import { unwatched } from '../../../electron/service/report/pace.ts';
import { reportSigner } from '../../../electron/service/report/proof/report-key.ts';
import { statementWriter } from '../../../electron/service/report/write-statement.ts';
import type { Statement } from '../../../electron/service/statement/statement.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import type { ReportScope } from '../../../shared/contract/report.ts';
import { EVENTFUL, writeEventfulMonth } from '../../support/eventful-month.ts';
import { type PdfPage, pdfPages } from '../../support/pdf-text.ts';
import { promoterId, temporaryStore } from '../../support/settlement-rows.ts';
import { statementsOf } from '../../support/statements.ts';

let store: Store;
let dir: string;
let done: () => void;
beforeAll(async () => {
  const made = await temporaryStore();
  ({ store, dir, done } = made);
  await writeEventfulMonth(made, { rows: 700 });
});
afterAll(() => done());

function statementFor(scope: ReportScope, id: string): Statement {
  return statementsOf(store, EVENTFUL, [scope]).statements.find(({ recipient }) => recipient.id === id)!;
}

async function pagesOf(statement: Statement): Promise<PdfPage[]> {
  const files = new FreshFiles();
  const file = join(dir, `${statement.scope} ${statement.recipient.id}.pdf`.replaceAll(':', ' '));
  await statementWriter(reportSigner(dir))(statement, 'pdf', file, { files, pace: unwatched() });
  files.keep();
  return pdfPages(readFileSync(file));
}

const AMOUNT = /^-?[\d,]+\.\d\d$/;
const fenOf = (text: string) => Number(text.replaceAll(/[,.]/g, ''));
const sum = (amounts: readonly number[][]) => amounts[0]!.map((_, n) => amounts.reduce((all, row) => all + row[n]!, 0));

/** The amounts behind each text that says what they are. */
function behind(label: string, pages: readonly PdfPage[]): number[][] {
  const texts = pages.flatMap((page) => page.texts);
  return texts.flatMap((text, at) => {
    if (text !== label) return [];
    const rest = texts.slice(at + 1).map((next) => (AMOUNT.test(next) ? fenOf(next) : null));
    const from = rest.findIndex((next) => next !== null);
    return [rest.slice(from, rest.indexOf(null, from)).map(Number)];
  });
}

describe('a statement on paper', () => {
  it('numbers its pages, and says on each whose it is and what its columns are', async () => {
    for (const [scope, id] of [
      ['institution', ''],
      ['payee', 'team'],
      ['payee', `promoter:${promoterId(7)}`],
      ['merchant', 'wxodd0000000000014'],
      ['channel', 'promoter'],
    ] as const) {
      const pages = await pagesOf(statementFor(scope, id));
      pages.forEach(({ texts, lines }, n) => {
        expect(texts).toContain(`第 ${n + 1} 页 / 共 ${pages.length} 页`);
        if (n > 0) expect(texts[0]).toMatch(/^(联盟机构结算报告|收款人结算单|商家结算单|带货渠道结算单) 2026-11$/);
        if (lines.length > 0) expect(texts).toContain('订单号');
      });
    }
  });

  it('has every line once, and adds up on each page and at the end', async () => {
    const statement = statementFor('payee', 'team');
    const pages = await pagesOf(statement);
    expect(pages.length).toBeGreaterThan(2);
    const lines = pages.flatMap((page) => page.lines);
    const { sums, adjustments } = statement;
    expect(lines.map(({ number }) => number)).toEqual(
      Array.from({ length: sums.rows + adjustments.rows }, (_, n) => n + 1),
    );
    const amounts = lines.map(({ texts }) => texts.filter((text) => AMOUNT.test(text)).map(fenOf));
    const said = (of: Statement['sums']) => [of.actual_payment_fen, of.promoter_owed_fen, of.promoter_platform_fen];
    const sales = sum(amounts.slice(0, sums.rows));
    const corrections = sum(amounts.slice(sums.rows));
    expect([sales, corrections]).toEqual([said(sums), said(adjustments)]);
    // By promoter, of the sales, of the corrections, of the estimates.
    expect(behind('合计', pages).slice(1, 3)).toEqual([sales, corrections]);
    // Both tables go on over pages; the estimates stand on one.
    const parts = behind('本页小计', pages);
    expect(parts.length).toBeGreaterThan(2);
    expect(sum(parts)).toEqual(sum([sales, corrections]));
    expect(adjustments.promoter_owed_fen).not.toBe(0);
  });
});
