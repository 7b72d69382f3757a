import { describe, expect, it } from 'vitest';
import { confirmDecisions } from '../../../electron/service/partnership/confirm.ts';
import { decidePartnership } from '../../../electron/service/partnership/decide.ts';
import { getPartnership } from '../../../electron/service/partnership/get.ts';
import { listPartnerships } from '../../../electron/service/partnership/list.ts';
import { recordShopCard } from '../../../electron/service/partnership/record.ts';
import { auditHash } from '../../../electron/service/store/audit.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { shopCard } from '../../support/shelf-rows.ts';

const SHOP = 'wxshop1';
const UPDATE = 'headsupplierrelation/update';
const READ = 'shop/get';

const detail = (status: number) => ({
  errcode: 0,
  shop_detail: {
    base_info: { appid: SHOP, nickname: '茶铺' },
    status,
    approved_time: status === 2 ? 1_795_000_000 : 0,
  },
});
const lost = new DeskError('network.unreachable', { base_url: 'http://127.0.0.1:1' });
const input = { shop_appid: SHOP, decision: 'accept' as const, note: '熟人介绍' };

async function invited(): Promise<TestDesk> {
  const desk = await testDesk();
  recordShopCard(desk.store, shopCard(SHOP, 1), desk.time - 100);
  return desk;
}

describe('deciding an invitation', () => {
  it.each([
    ['accept', 2, 3],
    ['refuse', 3, 2],
  ] as const)('%s is verified by reading the shop again', async (decision, status, updateType) => {
    const desk = await invited();
    desk.script.on(READ, detail(1), detail(status));
    desk.script.on(UPDATE, { errcode: 0 });
    const decided = await decidePartnership(desk, { ...input, decision });
    expect(decided).toEqual({ outcome: 'verified', status, console_url: null });
    expect(desk.script.calls.find((call) => call.endpoint.endsWith(UPDATE))?.body).toEqual({
      object_type: 2,
      to_shop_appid: SHOP,
      shop_update_type: updateType,
    });
    const card = getPartnership(desk, { shop_appid: SHOP });
    expect(card).toMatchObject({ status, pending_decision: null });
    expect(card.states.map((state) => state.status)).toEqual([status, 1]);
    expect(card.decisions).toMatchObject([
      { decision, outcome: 'verified', staff: '小林', note: '熟人介绍', decided_at: desk.time },
    ]);
    expect(desk.topics).toContain('partnerships');
  });

  it('puts asking and outcome into the audit chain', async () => {
    const desk = await invited();
    desk.script.on(READ, detail(1), detail(2));
    desk.script.on(UPDATE, { errcode: 0 });
    await decidePartnership(desk, input);
    const log = desk.store.all<{
      at: number;
      staff: string;
      action: string;
      detail: string;
      previous_hash: string;
      hash: string;
    }>(sql`select * from audit_log order by entry_id`);
    expect(log.map((entry) => [entry.action, JSON.parse(entry.detail).outcome])).toEqual([
      ['partnership.accept', 'asked'],
      ['partnership.accept', 'verified'],
    ]);
    for (const entry of log)
      expect(auditHash(entry.previous_hash, { ...entry, detail: JSON.parse(entry.detail) })).toBe(entry.hash);
  });

  it('hands over to the console without the permission, until a sync sees it done', async () => {
    const desk = await invited();
    desk.script.on(READ, detail(1));
    desk.script.on(UPDATE, { errcode: 48001, errmsg: 'api unauthorized' });
    const decided = await decidePartnership(desk, input);
    expect(decided.outcome).toBe('console');
    expect(decided.console_url).toMatch(/^https:\/\/channels\.weixin\.qq\.com\//);
    expect(getPartnership(desk, input)).toMatchObject({
      pending_decision: 'accept',
      decisions: [{ outcome: 'console', error_code: 'platform.48001' }],
    });
    expect(confirmDecisions(desk.store)).toBe(0);
    recordShopCard(desk.store, shopCard(SHOP, 2), desk.time + 60);
    expect(confirmDecisions(desk.store)).toBe(1);
    expect(getPartnership(desk, input)).toMatchObject({ pending_decision: null, decisions: [{ outcome: 'verified' }] });
  });

  it('confirms a refusal only by the refused state', async () => {
    const desk = await invited();
    desk.script.on(READ, detail(1));
    desk.script.on(UPDATE, { errcode: 48001 });
    await decidePartnership(desk, { ...input, decision: 'refuse' });
    recordShopCard(desk.store, shopCard(SHOP, 3), desk.time + 60);
    expect(confirmDecisions(desk.store)).toBe(1);
    expect(getPartnership(desk, input).decisions).toMatchObject([{ decision: 'refuse', outcome: 'verified' }]);
  });

  it('keeps a decision whose verification was lost', async () => {
    const desk = await invited();
    desk.script.on(READ, detail(1), lost);
    desk.script.on(UPDATE, { errcode: 0 });
    expect(await decidePartnership(desk, input)).toMatchObject({ outcome: 'unverified', status: 1 });
    const { rows } = listPartnerships(desk, { limit: 10 });
    expect(rows).toMatchObject([{ status: 1, pending_decision: 'accept' }]);
    recordShopCard(desk.store, shopCard(SHOP, 2), desk.time + 60);
    confirmDecisions(desk.store);
    expect(getPartnership(desk, input).decisions).toMatchObject([{ outcome: 'verified', error_code: null }]);
  });

  it('has the intent on the disk before it asks the platform', async () => {
    const desk = await invited();
    desk.script.on(READ, detail(1), detail(2));
    let seen: unknown;
    desk.script.on(UPDATE, () => {
      seen = desk.store.value(sql`select outcome from partnership_decision`);
      return { errcode: 0 };
    });
    await decidePartnership(desk, input);
    expect(seen).toBe('unverified');
  });

  it('counts a request whose answer was lost as done when the shop shows it', async () => {
    const desk = await invited();
    desk.script.on(READ, detail(1), detail(2));
    desk.script.on(UPDATE, lost);
    expect(await decidePartnership(desk, input)).toMatchObject({ outcome: 'verified', status: 2 });
  });

  it('leaves a request open when neither its answer nor the shop could be had', async () => {
    const desk = await invited();
    desk.script.on(READ, detail(1), lost);
    desk.script.on(UPDATE, lost);
    await expect(decidePartnership(desk, input)).rejects.toMatchObject({ code: 'network.unreachable' });
    expect(getPartnership(desk, input)).toMatchObject({
      pending_decision: 'accept',
      decisions: [{ outcome: 'unverified', error_code: 'network.unreachable' }],
    });
  });

  it('records a refusal of the platform and throws it', async () => {
    const desk = await invited();
    desk.script.on(READ, detail(1), lost);
    desk.script.on(UPDATE, { errcode: 10024000, errmsg: 'parameter error' });
    await expect(decidePartnership(desk, input)).rejects.toMatchObject({ code: 'platform.10024000' });
    expect(getPartnership(desk, input)).toMatchObject({
      pending_decision: null,
      decisions: [{ outcome: 'failed', error_code: 'platform.10024000' }],
    });
  });

  it('corrects a stale row instead of asking for what is no longer open', async () => {
    const desk = await invited();
    desk.script.on(READ, detail(4));
    await expect(decidePartnership(desk, input)).rejects.toMatchObject({
      code: 'partnership.not_open',
      params: { status: 4 },
    });
    expect(desk.script.calls.some((call) => call.endpoint.endsWith(UPDATE))).toBe(false);
    expect(getPartnership(desk, input)).toMatchObject({ status: 4, decisions: [] });
  });

  it('ends a waiting decision when the shop withdrew', async () => {
    const desk = await invited();
    desk.script.on(READ, detail(1));
    desk.script.on(UPDATE, { errcode: 0 });
    expect(await decidePartnership(desk, input)).toMatchObject({ outcome: 'unverified' });
    recordShopCard(desk.store, shopCard(SHOP, 4), desk.time + 60);
    expect(confirmDecisions(desk.store)).toBe(1);
    expect(getPartnership(desk, input).decisions).toMatchObject([
      { outcome: 'failed', error_code: 'partnership.not_open' },
    ]);
  });

  it('refuses a shop nobody knows', async () => {
    const desk = await testDesk();
    await expect(decidePartnership(desk, input)).rejects.toMatchObject({ code: 'partnership.unknown' });
  });
});
