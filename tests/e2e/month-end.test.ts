import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFen } from '../../shared/money.ts';
import { DAY_SECONDS, periodOf, periodRange, previousPeriod } from '../../shared/time.ts';
import { auditLog, expectChain } from '../support/audit-chain.ts';
import { askBooks, platformOf, platformTime } from '../support/desk-books.ts';
import { answerDialogs, listenToConsole, settled, sync } from '../support/desk-page.ts';
import { type LaunchedDesk, launchDesk, screenshot } from '../support/electron.ts';
import { looksOf } from '../support/looks.ts';
import {
  nameOf,
  owedOf,
  ownPromoters,
  platformMonth,
  rateJumps,
  type SettledRow,
  settledRows,
  sumOf,
} from '../support/month-books.ts';
import {
  addAccount,
  addSplit,
  closeMonth,
  packEverybody,
  reopenMonth,
  reviewQueue,
  searchPayee,
} from '../support/month-end.ts';
import { clipboardText } from '../support/orders-page.ts';
import { approveBatch, draftBatch, takeResults, writeBankFile } from '../support/payout-page.ts';
import { resize } from '../support/room-pictures.ts';
import { SETTLEMENT_LOOKS, showLook } from '../support/settlement-looks.ts';
import {
  noDialog,
  openView,
  pickTyped,
  sayWho,
  shownBand,
  shownCells,
  shownFacts,
} from '../support/settlement-page.ts';
import { readPack } from '../support/statement-pack.ts';

const TEAM = '小陈工作室';
const USUAL = 500_000;
const BETTER = 600_000;
const REFUNDED = 200;

const folder = mkdtempSync(join(tmpdir(), 'league-desk-month-'));
const dataDir = join(folder, 'data');
const filesDir = join(folder, 'files');
let desk: LaunchedDesk;
let complaints: ReturnType<typeof listenToConsole>;
/** The month that is over, and the one after it. */
let month: string;
let next: string;
/** A promoter with a split of his own, another one paid together with him, and one who is paid by himself. */
let star: { id: string; name: string };
let mate: { id: string; name: string };
let third: { id: string; name: string };
const splits = { of: new Map<string, number>(), usual: USUAL };
/** The rows of the month as they were closed. */
let closed: SettledRow[];

const books = <Row>(question: string) => askBooks<Row>(dataDir, question);
const ofTeam = ({ promoter_appid }: SettledRow) => promoter_appid === star.id || promoter_appid === mate.id;
const owed = (row: SettledRow) => owedOf(row, splits);

beforeAll(async () => {
  mkdirSync(filesDir);
  desk = await launchDesk({ dataDir, env: { LEAGUE_DESK_DEMO_ORDERS: '3000' } });
  complaints = listenToConsole(desk.page);
  await resize(desk.app, desk.page, 1280, 800);
  await sync(desk.page);
  next = periodOf(await platformTime(dataDir));
  month = previousPeriod(next);
  [star, mate, third] = ownPromoters(dataDir, month);
  splits.of.set(star.id, BETTER);
});

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

async function refund({ order_id, sku_id }: SettledRow): Promise<void> {
  await fetch(`${platformOf(dataDir)}/__sandbox/scenario`, {
    method: 'POST',
    body: JSON.stringify({ kind: 'refund', order_id, sku_id }),
  });
}

const press = async (...keys: string[]) => {
  for (const key of keys) await desk.page.keyboard.press(key);
};

const decisions = (state: string) => books(`select 1 from order_review where state = '${state}'`).length;

/** What of the rows closed before was refunded since: the promoter's part, negative. */
function clawedBack(): number {
  const now = new Map(settledRows(dataDir, month).map((row) => [nameOf(row), row]));
  const lost = closed.filter((row) => row.order_status !== REFUNDED && now.get(nameOf(row))?.order_status === REFUNDED);
  return -sumOf(lost.filter(ofTeam), owed);
}

describe('a month-end', () => {
  it('begins with the split everybody gets, and a better one for one promoter', async () => {
    const { page } = desk;
    await sayWho(page, '陈晓');
    await openView(page, '规则');
    await addSplit(page, USUAL);
    await addSplit(page, BETTER, star.id);
    await openView(page, '账期汇总', month);
    const platform = await platformMonth(dataDir, month);
    const promised = sumOf(settledRows(dataDir, month), owed);
    await expect
      .poll(() => shownBand(page))
      .toMatchObject({
        佣金单: platform.rows.toLocaleString('en-US'),
        可分佣金额: formatFen(platform.actual_payment_fen),
        净服务费: formatFen(platform.service_amount_fen),
        机构应付推客: formatFen(-promised),
        机构净得: formatFen(platform.service_amount_fen - promised),
      });
  });

  it('gives two promoters one payee, and takes down accounts', async () => {
    const { page } = desk;
    await openView(page, '收款人', month);
    await page.getByRole('button', { name: '调整归属' }).click();
    const dialog = page.getByRole('dialog', { name: '调整推客归属' });
    await pickTyped(page, '推客', star.id, mate.id);
    await dialog.getByText('新建收款人').click();
    await dialog.getByLabel('新收款人名称').fill(TEAM);
    await dialog.getByRole('button', { name: '保存归属' }).click();
    await page.getByText('2 个推客的归属已调整').waitFor();
    await noDialog(page);
    await addAccount(page, TEAM, '陈小舟', '6225880212345678');
    await addAccount(page, third.id, '刘一鸣', '6222021001122334');
    const [sealed] = books<{ rows: number }>(
      `select count(*) as rows from payout_account where instr(sealed, cast('6225880212345678' as blob)) = 0`,
    );
    expect(sealed!.rows).toBe(2);
  });

  it('reviews what the rules hold, and decides on a promoter by keys', async () => {
    const { page } = desk;
    await page.locator('[data-room=settings]').click();
    await page.getByLabel('服务费率与同商品上一单相差达到').first().check();
    await page.getByRole('button', { name: '保存并应用' }).click();
    await page.getByText(`规则已保存，新挂起 ${rateJumps(dataDir, 50_000)} 行`).waitFor();
    const flagged = rateJumps(dataDir, 50_000, month);
    await openView(page, '账期汇总', month);
    await page.getByText(/^核对/).click();
    await page.getByText(`${flagged} 行还挂起或等待第二个人`).waitFor();
    await settled(page);
    await screenshot(page, 'month-checks');
    await page.locator('.ld-close-line', { hasText: '还挂起' }).getByRole('link', { name: '查看佣金单' }).click();
    await reviewQueue(page);
    for (let place = 0; place < flagged; place += 1) await press('a');
    await expect.poll(() => decisions('approved')).toBe(flagged);

    await openView(page, '账期汇总', month);
    await page.getByText('按推客').click();
    await page.getByRole('link', { name: star.name }).first().click();
    await reviewQueue(page);
    await page.locator('#review-row-0[aria-current=true]').waitFor();
    await press('x', '4', 'Enter');
    await expect.poll(() => decisions('excluded')).toBe(1);
    await press('h', '5', 'Enter');
    await expect.poll(() => decisions('held')).toBe(rateJumps(dataDir, 50_000) - flagged + 1);
    expect(
      settledRows(dataDir, month)
        .filter((row) => row.withheld)
        .map((row) => row.promoter_appid),
    ).toEqual([star.id, star.id]);
  });

  it('closes the month, everything that asks being seen, on the figures of the books', async () => {
    const { page } = desk;
    await openView(page, '账期汇总', month);
    await page.getByText(/^核对/).click();
    await page.getByText('1 行还挂起或等待第二个人').waitFor();
    closed = settledRows(dataDir, month);
    const facts = await closeMonth(page, month);
    const fee = sumOf(closed, (row) => row.service_amount_fen);
    const promised = sumOf(closed, owed);
    expect(facts).toMatchObject({
      净服务费: formatFen(fee),
      机构应付推客: formatFen(promised),
      机构净得: formatFen(fee - promised),
    });
    await page.locator('.ld-period-page').getByText('已关账').waitFor();
    const lines = books<{ order_id: string; sku_id: string; promoter_owed_fen: number }>(
      'select order_id, sku_id, promoter_owed_fen from closing_line order by order_id, sku_id',
    );
    expect(lines).toEqual(
      closed.map((row) => ({ order_id: row.order_id, sku_id: row.sku_id, promoter_owed_fen: owed(row) })),
    );
  });

  it('packs a statement for everybody, none missing, and finds one untouched', async () => {
    const { app, page } = desk;
    await openView(page, '结算单', month);
    await answerDialogs(app, { open: filesDir });
    await packEverybody(page, month);
    const [pack] = readdirSync(filesDir).filter((name) => name.endsWith('.zip'));
    const { parts, index, listed } = await readPack(join(filesDir, pack!), ['xlsx', 'text']);
    expect([...parts.keys()].sort()).toEqual([...listed.keys(), 'index.csv', '索引.xlsx'].sort());
    for (const [file, hash] of listed) expect(createHash('sha256').update(parts.get(file)!).digest('hex')).toBe(hash);
    // Who has a line in the month is there, and nobody else.
    const payees = index.filter((row) => row.范围 === '收款人').map((row) => row.编号!);
    const alone = new Set(closed.flatMap((row) => (row.promoter_appid && !ofTeam(row) ? [row.promoter_appid] : [])));
    expect(payees.sort()).toEqual([...alone, [star.id, mate.id].sort().join('、')].sort());

    const own = [...listed.keys()].find((file) => file.includes(TEAM) && file.endsWith('.xlsx'))!;
    writeFileSync(join(filesDir, basename(own)), parts.get(own)!);
    await answerDialogs(app, { open: join(filesDir, basename(own)) });
    await page.getByRole('button', { name: '校验报告' }).click();
    await page.getByRole('dialog').getByText('未被改动').waitFor();
    expect((await shownFacts(page)).明细行数).toBe(String(closed.filter(ofTeam).length));
    await page.keyboard.press('Escape');
    await noDialog(page);
  });

  it('pays what is owed, approved by another person', async () => {
    const { app, page } = desk;
    const due = sumOf(closed.filter(ofTeam), owed);
    const dueThird = sumOf(
      closed.filter((row) => row.promoter_appid === third.id),
      owed,
    );
    await openView(page, '付款', month);
    expect(await draftBatch(page)).toEqual({ 将放进批次: '2 笔', 合计: `¥${formatFen(due + dueThird)}` });
    expect(await page.getByRole('dialog').getByRole('button', { name: '批准' }).isDisabled()).toBe(true);
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    await noDialog(page);

    await sayWho(page, '李敏');
    await openView(page, '付款', month);
    await page.getByRole('button', { name: /^批次 1/ }).click();
    await approveBatch(page, `共 ${formatFen(due + dueThird)} 元`);
    const bankFile = join(filesDir, 'payments.csv');
    await answerDialogs(app, { save: bankFile });
    await writeBankFile(page);
    // What the bank says of the first payment; the other one is known from its website.
    const [heads, ...payments] = readFileSync(bankFile, 'utf8').trimEnd().split('\r\n');
    expect(payments).toHaveLength(2);
    const said = join(filesDir, 'result.csv');
    writeFileSync(said, [`${heads},交易状态,流水号`, `${payments[0]},交易成功,B202600001`].join('\r\n'));
    await takeResults(page, said, 'B202600002');
    await openView(page, '收款人', month);
    await searchPayee(page, TEAM);
    expect(await shownCells(page, TEAM)).toMatchObject({
      sales_fen: formatFen(due),
      paid_fen: formatFen(due),
      closing_fen: '0.00',
    });
  });

  it('claims the part of a late refund back in the open month', async () => {
    const { page } = desk;
    const refunded = closed
      .filter((row) => ofTeam(row) && row.order_status !== REFUNDED && owed(row) > 0)
      .reduce((most, row) => (owed(row) > owed(most) ? row : most));
    await refund(refunded);
    await platformTime(dataDir, 60);
    await sync(page);
    await openView(page, '账期汇总', month);
    await page.getByText(/关账后有 \d+ 行变化/).waitFor();
    await openView(page, '账期汇总', next);
    await page.getByText(/^调整与扣回/).click();
    expect(await shownCells(page, refunded.order_id)).toMatchObject({
      adjusts_period: month,
      reason: '退款扣回',
      promoter_owed_fen: formatFen(-owed(refunded)),
      net_fen: formatFen(owed(refunded)),
    });
    expect(await looksOf(desk, 'settlement-adjustments')).toEqual([]);
  });

  it('nets it from what the payee gets for the next month', async () => {
    const { app, page } = desk;
    const { to } = periodRange(next)!;
    await platformTime(dataDir, to + 2 * DAY_SECONDS - (await platformTime(dataDir)));
    await sync(page);
    await openView(page, '账期汇总', next);
    const sales = sumOf(settledRows(dataDir, next).filter(ofTeam), owed);
    const back = clawedBack();
    expect(back).toBeLessThan(0);
    await closeMonth(page, next);
    await openView(page, '收款人', next);
    await searchPayee(page, TEAM);
    expect(await shownCells(page, TEAM)).toMatchObject({
      opening_fen: '0.00',
      sales_fen: formatFen(sales),
      adjustments_fen: formatFen(back),
      closing_fen: formatFen(sales + back),
      payable_fen: formatFen(sales + back),
    });
    await settled(page);
    await screenshot(page, 'month-netted');
    await openView(page, '结算单', next);
    await page.getByRole('button', { name: `复制发给 ${TEAM} 的消息` }).click();
    await page.getByText('消息已复制').waitFor();
    const message = await clipboardText(app);
    expect(message).toContain(`更正与扣回：${formatFen(back)} 元`);
    expect(message).toContain(`本期应付：${formatFen(sales + back)} 元`);
  });

  it('opens the first month again only behind the later one, and keeps both closings', async () => {
    const { page } = desk;
    await openView(page, '账期汇总', month);
    await reopenMonth(page, month, '商家补充了证明');
    await page.getByText(`更晚的账期 ${next} 已按本账期计算过差额`).waitFor();
    await settled(page);
    await screenshot(page, 'month-reopen-refused');
    await page.keyboard.press('Escape');
    await noDialog(page);
    for (const period of [next, month]) {
      await openView(page, '账期汇总', period);
      await reopenMonth(page, period, '商家补充了证明');
      await noDialog(page);
      await page.locator('.ld-period-page').getByText('重新打开', { exact: true }).first().waitFor();
    }
    // What was clawed back in the later month is a question of this one now.
    await page.getByText(/^核对/).click();
    await page.getByText(/\d+ 行结算后整单退款，推客佣金仍会支付/).waitFor();
    await closeMonth(page, month);
    await page.getByRole('button', { name: /第 2 次关账/ }).click();
    const versions = page.locator('.ld-closings > li');
    await versions.first().waitFor();
    expect(await versions.locator('header b').allTextContents()).toEqual(['第 2 次关账', '第 1 次关账']);
    expect(await versions.nth(0).textContent()).toContain('生效');
    expect(await versions.nth(1).textContent()).toMatch(/已撤销.*商家补充了证明/);
    await settled(page);
    await screenshot(page, 'month-versions');
    await page.keyboard.press('Escape');
    expect(
      books(`select number, count(*) as rows from settlement_closing c join closing_line using (closing_id)
        where period = '${month}' and kind = 'sale' group by 1 order by 1`),
    ).toEqual([1, 2].map((number) => ({ number, rows: closed.length })));
  });

  it('leaves an audit log that tells all of it, and whose chain holds', async () => {
    const { page } = desk;
    await openView(page, '审计记录');
    const entries = auditLog(dataDir);
    await page.getByRole('button', { name: '校验记录' }).click();
    await page.getByText(`全部 ${entries.length} 条记录首尾相接`).waitFor();
    await page.keyboard.press('Escape');
    await noDialog(page);
    expectChain(entries);
    const deeds = entries.map(({ staff, action }) => `${staff} ${action}`);
    for (const deed of [
      '陈晓 rule.add',
      '陈晓 payee.save',
      '陈晓 payee.assign',
      '陈晓 payee.set_account',
      '陈晓 review.rules',
      '陈晓 review.approve',
      '陈晓 review.exclude',
      '陈晓 review.hold',
      '陈晓 settlement.close',
      '陈晓 report.pack',
      '陈晓 payout.draft',
      '李敏 payout.approve',
      '李敏 payout.export',
      '李敏 payout.import',
      '李敏 payout.record',
      '李敏 settlement.close',
      '李敏 settlement.reopen',
    ])
      expect(deeds).toContain(deed);
    complaints.expectNone();
  });
});

describe('the room after it', () => {
  it.each(Object.keys(SETTLEMENT_LOOKS))('shows nothing that axe calls serious: %s', async (name) => {
    const team = books<{ payee_id: string }>('select payee_id from payee')[0]!.payee_id;
    await showLook(desk.page, name, { dataDir, filesDir, closed: month, reopened: next, promoter: star.id, team });
    expect(await looksOf(desk, `settlement-${name}`)).toEqual([]);
  });
});
