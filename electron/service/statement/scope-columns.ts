import type { ReportScope } from '../../../shared/contract/report.ts';
import type { Column } from '../report/column.ts';
import { CORRECTION_COLUMNS, LINE_COLUMNS } from '../report/settlement-columns.ts';
import type { SettlementLine } from '../settlement/line.ts';

export type LineKey = keyof SettlementLine;
export type LineColumn = Column & { key: LineKey };

const ALL: readonly LineColumn[] = [...LINE_COLUMNS, ...CORRECTION_COLUMNS];

interface Offer {
  /** Given to whoever has no template. */
  plain: readonly LineKey[];
  /** May be added by a template. */
  more: readonly LineKey[];
  /** Cannot be left out: what a line is known by, and what the totals of the statement are made of. */
  needed: readonly LineKey[];
  /** Headings in the words of whoever reads them. */
  titles?: Partial<Record<LineKey, string>>;
}

const KEY = ['order_id', 'sku_id'] as const;
const TIMES = ['settled_at', 'paid_at', 'created_at'] as const;

/** What the institution itself may see: every field. Corrections are lines of their own, with columns only they have. */
const WHOLE: Offer = {
  plain: LINE_COLUMNS.map(({ key }) => key),
  more: ['adjusts_period', 'adjustment_reason'],
  needed: [
    ...KEY,
    'actual_payment_fen',
    'platform_amount_fen',
    'service_amount_fen',
    'promoter_platform_fen',
    'promoter_owed_fen',
    'net_fen',
  ],
};

/**
 * Columns by recipient. A payee never sees what the institution earns nor what it is worked out from, nor other
 * promoters; a merchant never sees who is paid what behind the institution.
 */
const OFFERS: Record<ReportScope, Offer> = {
  institution: WHOLE,
  channel: WHOLE,
  payee: {
    plain: [
      ...KEY,
      'product_title',
      'promoter_name',
      'order_status',
      'commission_status',
      'actual_payment_fen',
      'promoter_ratio_ppm',
      'promoter_payer',
      'promoter_owed_fen',
      'promoter_platform_fen',
      'withheld',
      ...TIMES,
    ],
    more: [
      'product_id',
      'shop_name',
      'channel',
      'rule',
      'promoter_appid',
      'updated_at',
      'adjusts_period',
      'adjustment_reason',
    ],
    needed: [...KEY, 'actual_payment_fen', 'promoter_owed_fen', 'promoter_platform_fen'],
    titles: {
      promoter_ratio_ppm: '分佣比例',
      promoter_payer: '佣金支付方',
      promoter_owed_fen: '机构付佣金(元)',
      promoter_platform_fen: '平台付佣金(元)',
    },
  },
  merchant: {
    plain: [
      ...KEY,
      'product_title',
      'product_id',
      'channel',
      'order_status',
      'commission_status',
      'actual_payment_fen',
      'service_ratio_ppm',
      'service_total_fen',
      'platform_amount_fen',
      'service_amount_fen',
      ...TIMES,
    ],
    more: [
      'shop_name',
      'shop_appid',
      'talent_name',
      'talent_appid',
      'updated_at',
      'adjusts_period',
      'adjustment_reason',
    ],
    needed: [...KEY, 'actual_payment_fen', 'service_total_fen', 'platform_amount_fen', 'service_amount_fen'],
  },
};

const byKey = new Map<string, LineColumn>(ALL.map((column) => [column.key, column]));

function columnOf(scope: ReportScope, key: LineKey): LineColumn {
  const column = byKey.get(key)!;
  const title = OFFERS[scope].titles?.[key];
  return title === undefined ? column : { ...column, title };
}

/** The columns of a statement without a template. */
export function plainColumns(scope: ReportScope): LineColumn[] {
  return OFFERS[scope].plain.map((key) => columnOf(scope, key));
}

/** Every column a template of this scope may have, the plain ones first. */
export function offeredColumns(scope: ReportScope): (LineColumn & { plain: boolean; needed: boolean })[] {
  const { plain, more, needed } = OFFERS[scope];
  return [...plain, ...more].map((key) => ({
    ...columnOf(scope, key),
    plain: plain.includes(key),
    needed: needed.includes(key),
  }));
}
