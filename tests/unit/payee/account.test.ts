import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { removeAccount, setAccount, showAccount } from '../../../electron/service/payee/account.ts';
import { payeeRow } from '../../../electron/service/payee/row.ts';
import { hintOf } from '../../../electron/service/payee/seal.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { writePayers } from '../../support/payee-books.ts';

const NUMBER = '6222021234567890123';
const account = {
  channel: 'bank' as const,
  account_name: '李青',
  account_no: NUMBER,
  bank: '工商银行杭州支行',
  note: '',
};
const A = { payee_id: 'promoter:wxa', channel: 'bank' as const };
const B = { payee_id: 'promoter:wxb', channel: 'bank' as const };

let desk: TestDesk;
let keys: string;
let key: string;
beforeEach(async () => {
  desk = await testDesk();
  writePayers(desk.store, { wxa: { payer: 1 }, wxb: { payer: 1 } });
  keys = join(desk.dataDir, 'keys');
  key = join(keys, 'payout.key');
});

const enter = (payee_id = A.payee_id, account_no = NUMBER) =>
  setAccount(desk, { payee_id, account: { ...account, account_no } });

describe('an account', () => {
  it('is kept sealed with a key beside the books that only its owner can read', () => {
    enter();
    expect(showAccount(desk, A)).toEqual(account);
    const sealed = desk.store.value<Buffer>(sql`select sealed from payout_account`)!;
    expect(sealed.includes(Buffer.from(NUMBER))).toBe(false);
    expect(statSync(key).size).toBe(32);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(statSync(keys).mode & 0o777).toBe(0o700);
    expect(payeeRow(desk.store, A.payee_id).accounts).toEqual([{ channel: 'bank', hint: '0123' }]);
  });

  it('stands nowhere in the books, the audit log and the events by its number', () => {
    enter();
    showAccount(desk, A);
    removeAccount(desk, A);
    const entries = desk.store.all<{ detail: string; action: string }>(sql`select action, detail from audit_log`);
    expect(entries.map(({ action }) => action)).toEqual(['payee.set_account', 'payee.account', 'payee.remove_account']);
    for (const { detail } of entries) expect(detail).not.toContain(NUMBER.slice(0, -4));
    desk.store.db.pragma('wal_checkpoint(truncate)');
    for (const file of readdirSync(desk.dataDir).filter((name) => name.startsWith('desk.db')))
      expect(readFileSync(join(desk.dataDir, file)).includes(Buffer.from(NUMBER))).toBe(false);
  });

  it('is sealed in other bytes every time, so equal ones cannot be told', () => {
    enter();
    enter(B.payee_id);
    const [first, second] = desk.store.all<{ sealed: Buffer }>(sql`select sealed from payout_account`);
    expect(first!.sealed.equals(second!.sealed)).toBe(false);
  });

  it('cannot be changed, cut or moved to another payee', () => {
    enter();
    const sealed = desk.store.value<Buffer>(sql`select sealed from payout_account`)!;
    const put = (bytes: Uint8Array, payee_id = A.payee_id) =>
      desk.store.run(sql`insert into payout_account (payee_id, channel, sealed, hint, set_at, set_by)
        values (${payee_id}, 'bank', ${bytes}, '', 1, 'x')
        on conflict (payee_id, channel) do update set sealed = excluded.sealed`);
    for (let at = 0; at < sealed.length; at += 7) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      put(changed);
      expect(() => showAccount(desk, A)).toThrow('payee.sealed');
    }
    put(sealed.subarray(0, 30));
    expect(() => showAccount(desk, A)).toThrow('payee.sealed');
    put(sealed, B.payee_id);
    expect(() => showAccount(desk, B)).toThrow('payee.sealed');
    put(sealed);
    expect(showAccount(desk, A).account_no).toBe(NUMBER);
  });

  it('waits for its key: without it new accounts can be entered, and with it back beside the new one all open', () => {
    enter();
    const kept = join(desk.dataDir, 'kept');
    renameSync(key, kept);
    expect(() => showAccount(desk, A)).toThrow(
      expect.objectContaining({
        code: 'payee.sealed',
        params: expect.objectContaining({ reason: 'key_missing', folder: keys }),
      }),
    );
    enter(B.payee_id, '95588-1');
    expect(showAccount(desk, B).account_no).toBe('95588-1');
    expect(() => showAccount(desk, A)).toThrow('payee.sealed');
    renameSync(kept, join(keys, 'payout-old.key'));
    expect(showAccount(desk, A).account_no).toBe(NUMBER);
    expect(showAccount(desk, B).account_no).toBe('95588-1');
  });

  it('does not open with another key, nor with something that is no key, which is kept aside', () => {
    enter();
    writeFileSync(key, Buffer.alloc(32, 7));
    expect(() => showAccount(desk, A)).toThrow('payee.sealed');
    writeFileSync(key, 'not a key');
    expect(() => showAccount(desk, A)).toThrow('payee.sealed');
    enter(B.payee_id);
    expect(showAccount(desk, B).account_no).toBe(NUMBER);
    expect(readdirSync(keys).some((name) => /^damaged-\d+-payout\.key$/.test(name))).toBe(true);
    expect(desk.store.value(sql`select count(*) from payout_account`)).toBe(2);
  });

  it('is not half-entered when the key cannot be written', () => {
    rmSync(keys, { recursive: true, force: true });
    writeFileSync(keys, 'in the way');
    expect(() => enter()).toThrow('file.unwritable');
    expect(desk.store.value(sql`select count(*) from payout_account`)).toBe(0);
    expect(desk.store.value(sql`select count(*) from audit_log`)).toBe(0);
    rmSync(keys);
    mkdirSync(keys);
    enter();
    expect(showAccount(desk, A)).toEqual(account);
  });

  it("is shown only in somebody's name, and there or not", () => {
    expect(() => showAccount(desk, A)).toThrow('payee.no_account');
    expect(() => removeAccount(desk, A)).toThrow('payee.no_account');
    expect(() => enter('promoter:nobody')).toThrow('payee.unknown');
    enter();
    expect(() => showAccount({ ...desk, staff: () => '' }, A)).toThrow('payout.staff_missing');
  });
});

it('a hint shows four characters, of a short number no more than half', () => {
  expect(['6222021234567890123', '12345678', '123456', 'ab', 'a', '微信号一二三四五'].map(hintOf)).toEqual([
    '0123',
    '5678',
    '456',
    'b',
    '',
    '二三四五',
  ]);
});
