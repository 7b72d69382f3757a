import type { ElectronApplication, Page } from 'playwright';
import { formatFen } from '../../shared/money.ts';
import { askBooks } from './desk-books.ts';

/** The figures below the table of commission orders, as they stand on screen, by the contract's names. */
export function shownTotals(page: Page): Promise<Record<string, string>> {
  return page
    .locator('[data-total]')
    .evaluateAll((figures) =>
      Object.fromEntries(
        figures.map((figure) => [
          (figure as HTMLElement).dataset.total!,
          figure.querySelector('.ld-sum')?.textContent ?? '',
        ]),
      ),
    );
}

const MONEY = {
  actual_payment_fen: 'actual_payment_fen',
  service_total_fen: 'coalesce(service_total_fen, service_amount_fen)',
  platform_amount_fen: 'platform_amount_fen',
  service_amount_fen: 'service_amount_fen',
  promoter_amount_fen: 'promoter_amount_fen',
  owed_fen: 'owed_fen',
  net_fen: 'net_fen',
  difference_fen: 'difference_fen',
};
const COUNTS = {
  rows: 'count(*)',
  orders: 'count(distinct order_id)',
  paid_rows: 'count(paid_at)',
  differing_rows: 'count(nullif(difference_fen, 0))',
};

/** The same figures as the books themselves say, of the rows this condition gives. */
export function totalsOfBooks(dataDir: string, condition: string): Record<string, string> {
  const sums = Object.entries(MONEY).map(([name, of]) => `coalesce(sum(${of}), 0) as ${name}`);
  const counts = Object.entries(COUNTS).map(([name, of]) => `${of} as ${name}`);
  const [row] = askBooks<Record<string, number>>(
    dataDir,
    `select ${[...counts, ...sums].join(', ')} from commission_order where ${condition}`,
  );
  return Object.fromEntries(
    Object.entries(row!).map(([name, value]) => [
      name,
      name in MONEY ? formatFen(value) : value.toLocaleString('en-US'),
    ]),
  );
}

/** A condition of the books on a time of this name, both civil days of UTC+8 included. */
export function inDays(column: string, from: string, to: string): string {
  return `date(${column} + 28800, 'unixepoch') between '${from}' and '${to}'`;
}

/** The order ids on screen, from the top. */
export function shownOrderIds(page: Page): Promise<string[]> {
  return page
    .locator('.ld-orders-table .ld-row')
    .evaluateAll((rows) =>
      rows
        .toSorted((a, b) => Number((a as HTMLElement).dataset.row) - Number((b as HTMLElement).dataset.row))
        .map((row) => /\d{19}/.exec(row.textContent ?? '')?.[0] ?? ''),
    );
}

export function putOnClipboard(app: ElectronApplication, text: string): Promise<void> {
  return app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
}

export function clipboardText(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText());
}
