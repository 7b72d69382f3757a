import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../../renderer/rooms/orders/address.ts';
import {
  fileName,
  readScope,
  rowsOf,
  shownId,
} from '../../../../renderer/rooms/settlement/reports/recipient-address.ts';
import {
  foundRecipients,
  orderRecipients,
  recipientTotals,
} from '../../../../renderer/rooms/settlement/reports/recipient-order.ts';
import {
  canBeSaved as canPlan,
  draftOf,
  newSchedule,
} from '../../../../renderer/rooms/settlement/reports/schedules/schedule-draft.ts';
import {
  canBeSaved,
  moved,
  plainDraft,
  renamed,
  unusedColumns,
  without,
} from '../../../../renderer/rooms/settlement/reports/templates/template-draft.ts';
import type { ReportColumn, ReportRecipient, ReportSchedule } from '../../../../shared/contract/report.ts';

const filterOf = (address: string | null) => readQuestion(new URLSearchParams(address?.split('?')[1])).filter;
const NOTHING = {
  rows: 0,
  orders: 0,
  actual_payment_fen: 0,
  service_amount_fen: 0,
  platform_amount_fen: 0,
  promoter_platform_fen: 0,
  promoter_owed_fen: 0,
  net_fen: 0,
};
const recipient = (change: Partial<ReportRecipient> = {}): ReportRecipient => ({
  recipient_id: 'promoter:wx1',
  name: '阿青',
  sums: NOTHING,
  adjustments: NOTHING,
  unsettled: NOTHING,
  payable_fen: null,
  promoter_appids: ['wx1'],
  template_id: null,
  ...change,
});

describe('a recipient', () => {
  it('opens exactly his sales', () => {
    expect(filterOf(rowsOf('2026-10', 'payee', recipient({ promoter_appids: ['wx1', 'wx2'] })))).toMatchObject({
      axis: 'settled',
      from: '2026-10-01',
      to: '2026-10-31',
      promoter_appid: ['wx1', 'wx2'],
    });
    expect(filterOf(rowsOf('2026-10', 'merchant', recipient({ recipient_id: 'wxs' })))).toMatchObject({
      shop_appid: ['wxs'],
    });
    expect(filterOf(rowsOf('2026-10', 'channel', recipient({ recipient_id: 'unknown:7' })))).toMatchObject({
      channel: ['unknown:7'],
    });
    expect(filterOf(rowsOf('2026-10', 'institution', recipient({ recipient_id: '' })))).not.toHaveProperty(
      'shop_appid',
    );
  });

  it('opens nothing where no filter says just his sales', () => {
    expect(rowsOf('2026-10', 'merchant', recipient({ recipient_id: '' }))).toBeNull();
    expect(rowsOf('2026-10', 'payee', recipient({ promoter_appids: [] }))).toBeNull();
    const crowd = Array.from({ length: 60 }, (_, n) => `wx${n}`);
    expect(rowsOf('2026-10', 'payee', recipient({ promoter_appids: crowd }))).toBeNull();
  });

  it('is shown by the id people know', () => {
    expect(shownId('promoter:wx1')).toBe('wx1');
    expect(shownId('team')).toBe('team');
    expect(readScope('merchant')).toBe('merchant');
    expect(readScope('x')).toBe('payee');
    expect(fileName(' a/b:c*?. ')).toBe('abc');
  });

  it('is found by name or id, and ordered by any figure', () => {
    const rows = [
      recipient({ recipient_id: 'a', name: '王', sums: { ...NOTHING, rows: 2 }, payable_fen: 5 }),
      recipient({ recipient_id: 'b', name: '-', adjustments: { ...NOTHING, promoter_owed_fen: -9 }, payable_fen: 7 }),
      recipient({ recipient_id: 'cD', name: '阿', sums: { ...NOTHING, rows: 1 } }),
    ];
    const ids = (found: readonly ReportRecipient[]) => found.map(({ recipient_id }) => recipient_id).join('');
    const order = (by: string, direction: 'asc' | 'desc') => ids(orderRecipients(rows, { by, direction }, 'payee'));
    expect(ids(foundRecipients(rows, ' d '))).toBe('cD');
    expect(ids(foundRecipients(rows, ''))).toBe('abcD');
    expect(foundRecipients([recipient({ promoter_appids: ['wx1', 'wx2'] })], 'WX2')).toHaveLength(1);
    expect(foundRecipients([recipient()], 'promoter')).toHaveLength(0);
    expect(order('rows', 'desc')).toBe('acDb');
    expect(order('corrections', 'asc')).toBe('bacD');
    expect(order('payable', 'desc')).toBe('bacD');
    const totals = recipientTotals(rows, 'payee');
    expect([totals.rows, totals.corrections, totals.payable]).toEqual([3, -9, 12]);
    expect(recipientTotals([rows[2]!], 'payee').payable).toBeNull();
  });
});

describe('a template being made', () => {
  const offered: ReportColumn[] = [
    { key: 'order_id', title: '订单号', kind: 'id', plain: true, needed: true },
    { key: 'sku_id', title: 'SKU', kind: 'id', plain: true, needed: true },
    { key: 'rule', title: '规则', kind: 'text', plain: false, needed: false },
  ];
  const start = plainDraft('payee', offered);

  it('begins with the plain columns and takes others', () => {
    expect(start.columns.map(({ key }) => key)).toEqual(['order_id', 'sku_id']);
    expect(unusedColumns(start.columns, offered).map(({ key }) => key)).toEqual(['rule']);
  });

  it('moves, renames and takes out columns, never beyond the ends', () => {
    const keys = (to: number) => moved(start.columns, 'order_id', to).map(({ key }) => key);
    expect(keys(1)).toEqual(['sku_id', 'order_id']);
    expect(keys(9)).toEqual(['sku_id', 'order_id']);
    expect(keys(-3)).toEqual(['order_id', 'sku_id']);
    expect(moved(start.columns, 'none', 0)).toBe(start.columns);
    expect(renamed(start.columns, 'sku_id', '货号')[1]).toEqual({ key: 'sku_id', title: '货号' });
    expect(without(start.columns, 'order_id')).toHaveLength(1);
  });

  it('can be saved with a name and a heading over every column', () => {
    expect(canBeSaved(start)).toBe(false);
    expect(canBeSaved({ ...start, name: '简版' })).toBe(true);
    expect(canBeSaved({ ...start, name: '简版', columns: renamed(start.columns, 'sku_id', ' ') })).toBe(false);
  });
});

describe('a plan being made', () => {
  it('needs a folder, somebody to write for, and its time', () => {
    const plan = { ...newSchedule('月度'), folder: '/f' };
    expect(canPlan(newSchedule('月度'))).toBe(false);
    expect(canPlan(plan)).toBe(true);
    expect(canPlan({ ...plan, scopes: [] })).toBe(false);
    expect(canPlan({ ...plan, occasion: 'monthly', day: null })).toBe(false);
  });

  it('has a day ready when it has none yet', () => {
    const shown = { schedule_id: 's', name: 'x', occasion: 'close', day: null, hour: null, folder: '/f' };
    expect(
      draftOf({ ...shown, scopes: ['payee'], formats: ['pdf'], on: true } as unknown as ReportSchedule),
    ).toMatchObject({ schedule_id: 's', day: 5, hour: 9 });
  });
});
