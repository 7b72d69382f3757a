import { createHash } from 'node:crypto';
import type { Period } from '../../../shared/time.ts';
import type { SettlementLine } from './line.ts';

/** Name of the text format below. Any change of it gets the next number. */
export const LINES_FORMAT = 'league-desk-settlement/1';

/**
 * What the hash covers, in this order. Left out is only `version`: it counts how often this desk looked, and two
 * desks with the same orders must come to the same hash.
 */
export const HASHED = [
  'order_id',
  'sku_id',
  'shop_appid',
  'shop_name',
  'product_id',
  'product_title',
  'channel',
  'promoter_appid',
  'promoter_name',
  'talent_appid',
  'talent_name',
  'order_status',
  'commission_status',
  'created_at',
  'paid_at',
  'updated_at',
  'settled_at',
  'actual_payment_fen',
  'service_ratio_ppm',
  'service_total_fen',
  'platform_amount_fen',
  'service_amount_fen',
  'agency_amount_fen',
  'sub_agency_amount_fen',
  'promoter_payer',
  'promoter_ratio_ppm',
  'promoter_platform_fen',
  'promoter_owed_fen',
  'rule',
  'net_fen',
] as const satisfies readonly (keyof SettlementLine)[];

/** One line as text: the values of `HASHED` with a tab between, numbers as decimal integers, absent as nothing. */
export function lineText(line: SettlementLine): string {
  let text = '';
  for (const key of HASHED) {
    const value = line[key];
    text += value === null ? '\t' : `${value}\t`;
  }
  return text.slice(0, -1);
}

/** Row between the sales and the lines that correct closed months; a month without corrections has none. */
const ADJUSTMENTS = 'adjustments';

/** The same for a line that corrects a closed month: behind its values the month and the reason. */
function adjustmentText(line: SettlementLine): string {
  return `${lineText(line)}\t${line.adjusts_period}\t${line.adjustment_reason}`;
}

/** Order of the lines: sales before corrections, these by the month they correct; then time of creation (absent first), then order and SKU compared as text. */
export function compareLines(a: SettlementLine, b: SettlementLine): number {
  return (
    compareText(a.kind === 'sale' ? '' : (a.adjusts_period ?? ''), b.kind === 'sale' ? '' : (b.adjusts_period ?? '')) ||
    (a.created_at ?? -1) - (b.created_at ?? -1) ||
    compareText(a.order_id, b.order_id) ||
    compareText(a.sku_id, b.sku_id) ||
    // A line that changed hands gives two corrections: first what is taken back.
    (a.service_amount_fen ?? 0) - (b.service_amount_fen ?? 0) ||
    compareText(a.promoter_appid ?? '', b.promoter_appid ?? '')
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * SHA-256, hex, over UTF-8 text: a first row `league-desk-settlement/1 <period>`, then one row per sale in the
 * order of `compareLines`; where closed months are corrected, a row `adjustments` and one row per correction. Each row
 * is ended by a line feed.
 */
export class Fingerprint {
  readonly #hash = createHash('sha256');
  #waiting: string;
  #adjusting = false;

  constructor(period: Period) {
    this.#waiting = `${LINES_FORMAT} ${period}\n`;
  }

  add(line: SettlementLine): void {
    if (line.kind === 'adjustment') {
      if (!this.#adjusting) this.#waiting += `${ADJUSTMENTS}\n`;
      this.#adjusting = true;
      this.#waiting += `${adjustmentText(line)}\n`;
    } else this.#waiting += `${lineText(line)}\n`;
    // Hashing a few large pieces costs a tenth of hashing every line by itself.
    if (this.#waiting.length > 65_536) this.#flush();
  }

  digest(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #flush(): void {
    this.#hash.update(this.#waiting, 'utf8');
    this.#waiting = '';
  }
}
