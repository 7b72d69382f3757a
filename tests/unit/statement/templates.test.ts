import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { offeredColumns, plainColumns } from '../../../electron/service/statement/scope-columns.ts';
import {
  removeTemplate,
  reportTemplates,
  saveTemplate,
  setRecipientTemplate,
} from '../../../electron/service/statement/template/templates.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import type { Store } from '../../../electron/service/store/store.ts';
import { REPORT_SCOPES } from '../../../shared/contract/report.ts';
import { promoterId, temporaryStore } from '../../support/settlement-rows.ts';
import { statementsOf, writeBooks } from '../../support/statements.ts';

const by = { staff: '小李', now: 100 };
const SHORT = [
  { key: 'order_id', title: '单号' },
  { key: 'promoter_owed_fen', title: '你的佣金(元)' },
  { key: 'sku_id', title: 'SKU' },
  { key: 'actual_payment_fen', title: '金额(元)' },
  { key: 'promoter_platform_fen', title: '平台付(元)' },
  { key: 'shop_name', title: '店铺' },
];

let store: Store;
let done: () => void;
beforeEach(async () => {
  ({ store, done } = await temporaryStore());
});
afterEach(() => done());

describe('templates', () => {
  it('give a recipient his columns, their order and headings', () => {
    writeBooks(store, { rows: 400 });
    const saved = saveTemplate(store, { name: '简版', scope: 'payee', columns: SHORT }, by);
    expect(saved).toMatchObject({ name: '简版', columns: SHORT, for_all: false, recipients: 0, set_by: '小李' });
    const one = `promoter:${promoterId(1)}`;
    setRecipientTemplate(store, { scope: 'payee', recipient_id: one, template_id: saved.template_id }, by);
    const columnsOf = (id: string) =>
      statementsOf(store, '2026-10', ['payee'])
        .statements.find(({ recipient }) => recipient.id === id)!
        .columns.map(({ key, title }) => ({ key, title }));
    expect(columnsOf(one)).toEqual(SHORT);
    const plain = plainColumns('payee').map(({ key, title }) => ({ key, title }));
    expect(columnsOf(`promoter:${promoterId(2)}`)).toEqual(plain);
    setRecipientTemplate(store, { scope: 'payee', recipient_id: '', template_id: saved.template_id }, by);
    expect(columnsOf(`promoter:${promoterId(2)}`)).toEqual(SHORT);
    expect(reportTemplates(store)).toMatchObject([{ for_all: true, recipients: 1 }]);
    expect(removeTemplate(store, saved.template_id, by)).toEqual({ removed: true });
    expect(columnsOf(one)).toEqual(plain);
    expect(removeTemplate(store, saved.template_id, by)).toEqual({ removed: false });
    expect(store.all(sql`select action from audit_log where action like 'report.%' order by entry_id`)).toEqual(
      ['save_template', 'set_recipient', 'set_recipient', 'remove_template'].map((deed) => ({
        action: `report.${deed}`,
      })),
    );
  });

  it('are refused with columns the scope does not have, has twice, or cannot do without', () => {
    const save = (columns: typeof SHORT) => () => saveTemplate(store, { name: 'x', scope: 'payee', columns }, by);
    expect(save([...SHORT, { key: 'net_fen', title: '净收入' }])).toThrow('unknown=net_fen');
    expect(save([...SHORT, { key: 'agency_amount_fen', title: '机构' }])).toThrow('unknown=agency_amount_fen');
    expect(save([...SHORT, SHORT[0]!])).toThrow('unknown=order_id');
    expect(save(SHORT.filter(({ key }) => key !== 'order_id' && key !== 'promoter_owed_fen'))).toThrow(
      'missing=订单号, 机构付佣金(元)',
    );
    expect(reportTemplates(store)).toEqual([]);
  });

  it('are refused for a scope they are not of, and where there are none', () => {
    const { template_id } = saveTemplate(store, { name: '简版', scope: 'payee', columns: SHORT }, by);
    const give = (scope: 'payee' | 'merchant', id: string) => () =>
      setRecipientTemplate(store, { scope, recipient_id: 'x', template_id: id }, by);
    expect(give('merchant', template_id)).toThrow('report.template_unknown');
    expect(give('payee', 'none')).toThrow('report.template_unknown');
    const merchant = plainColumns('merchant').map(({ key, title }) => ({ key, title }));
    expect(() => saveTemplate(store, { template_id, name: 'x', scope: 'merchant', columns: merchant }, by)).toThrow(
      'report.template_unknown',
    );
  });

  it('can be changed, and hold every plain column of every scope', () => {
    for (const scope of REPORT_SCOPES) {
      const columns = plainColumns(scope).map(({ key, title }) => ({ key, title }));
      const { template_id } = saveTemplate(store, { name: scope, scope, columns }, by);
      const turned = columns.toReversed();
      expect(saveTemplate(store, { template_id, name: 'new', scope, columns: turned }, by).columns).toEqual(turned);
      const offered = offeredColumns(scope);
      expect(offered.filter(({ plain }) => plain)).toHaveLength(columns.length);
      expect(offered.filter(({ needed, plain }) => needed && !plain)).toEqual([]);
    }
  });

  it('of a newer program leave out what this one does not know', () => {
    writeBooks(store, { rows: 200 });
    const { template_id } = saveTemplate(store, { name: '简版', scope: 'payee', columns: SHORT }, by);
    store.run(sql`update report_template set columns = ${JSON.stringify([...SHORT, { key: 'new', title: 'x' }])}`);
    setRecipientTemplate(store, { scope: 'payee', recipient_id: '', template_id }, by);
    expect(statementsOf(store, '2026-10', ['payee']).statements[0]!.columns).toHaveLength(SHORT.length);
  });
});
