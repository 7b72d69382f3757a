import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepChoices, readChoices } from '../../../electron/service/poster/choices.ts';
import { posterDraft } from '../../../electron/service/poster/draft.ts';
import { savePoster } from '../../../electron/service/poster/save.ts';
import { fill, keepTemplate, shareText } from '../../../electron/service/poster/share-text.ts';
import { posterText } from '../../../electron/service/poster/text.ts';
import { writeSetting } from '../../../electron/service/store/setting.ts';
import type { PosterChoices } from '../../../shared/contract/poster.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addProduct, addPromoters, productKey, promoterEntry } from '../../support/shelf-rows.ts';

const PICTURE = 'https://img.example/qr';
const png = Buffer.from('89504e470d0a1a0a', 'hex');
const choices: PosterChoices = { look: 'warm', size: '9x16', code: 'platform', benefits: [] };

async function posterDesk(): Promise<TestDesk> {
  const desk = await testDesk();
  addProduct(desk, productKey(1), { title: '桂花\u202e乌龙茶\n最佳 🍵' });
  addPromoters(desk, promoterEntry('wxa', { name: '阿青' }));
  desk.script.on('get_product_promotion_link_info', { short_link: '#s', http_short_link: 'https://store.example/a' });
  desk.script.on('get_product_promotion_qrcode_info', { qrcode_url: PICTURE });
  desk.script.on('get_promoter_single_product_promotion_info', { product_promotion_link: 'card' });
  desk.script.files.set(PICTURE, { type: 'image/png', bytes: png });
  return desk;
}

const draft = (desk: TestDesk, change: Partial<PosterChoices> = {}) =>
  posterDraft(desk, { product: productKey(1), promoter_appid: 'wxa', ...choices, ...change });

describe('what a poster says', () => {
  it('is the product, its lowest price, the promoter and the code', async () => {
    const { content, title, code_kind } = await draft(await posterDesk(), { benefits: ['包邮', '最好喝'] });
    expect(content).toMatchObject({
      look: 'warm',
      size: '9x16',
      title: '桂花乌龙茶 最佳 🍵',
      price_fen: 1990,
      price_from: true,
      promoter_name: '阿青',
      benefits: ['包邮', '最好喝'],
      note: '价格更新于 2026-11-20，以下单页为准',
      code: { kind: 'platform', picture: `data:image/png;base64,${png.toString('base64')}` },
    });
    expect(code_kind).toBe('platform');
    expect(title.findings.map(({ word }) => word)).toEqual(['最佳']);
  });

  it('tells which of staff’s words are refused', async () => {
    const { benefits } = await draft(await posterDesk(), { benefits: ['包邮', '最好喝'] });
    expect(benefits.map(({ findings }) => findings.length)).toEqual([0, 1]);
  });

  it('carries the other code where the wanted one is not there', async () => {
    const desk = await posterDesk();
    expect(await draft(desk, { code: 'link' })).toMatchObject({
      code_kind: 'link',
      content: { code: { text: 'https://store.example/a' } },
    });
    const without = await posterDesk();
    without.script.on('get_product_promotion_qrcode_info', new DeskError('platform.10071049'));
    expect((await draft(without)).code_kind).toBe('link');
  });

  it('is not drawn without a code, and says why', async () => {
    const desk = await posterDesk();
    for (const call of [
      'get_product_promotion_link_info',
      'get_product_promotion_qrcode_info',
      'get_promoter_single_product_promotion_info',
    ])
      desk.script.on(call, new DeskError('platform.10071029'));
    expect(await draft(desk)).toMatchObject({ content: null, code_error: { code: 'platform.10071029' } });
    const poor = await posterDesk();
    poor.script.on('get_product_promotion_link_info', new DeskError('platform.10071048'));
    poor.script.on('get_product_promotion_qrcode_info', new DeskError('platform.10071048'));
    expect(await draft(poor)).toMatchObject({ content: null, code_error: { code: 'poster.no_code' } });
  });

  it('needs no platform once link and code are kept', async () => {
    const desk = await posterDesk();
    const online = await draft(desk);
    desk.offline = new DeskError('credentials.missing');
    expect(await draft(desk)).toEqual(online);
  });

  it('refuses what is not in the books', async () => {
    const desk = await posterDesk();
    const ask = { ...choices, promoter_appid: 'wxa', product: productKey(9) };
    await expect(posterDraft(desk, ask)).rejects.toMatchObject({ code: 'product.unknown' });
    await expect(posterDraft(desk, { ...ask, product: productKey(1), promoter_appid: 'wxz' })).rejects.toMatchObject({
      code: 'promoter.unknown',
    });
  });
});

describe('a share text', () => {
  const ask = (desk: TestDesk, benefits: string[] = []) =>
    shareText(desk, { product: productKey(1), promoter_appid: 'wxa', benefits });

  it('is filled from the books, without the lines nothing is known for', async () => {
    const desk = await posterDesk();
    const { text } = await ask(desk);
    expect(text).toBe('桂花乌龙茶 最佳 🍵\n到手 ¥19.90 起\n阿青 推荐，点链接购买：https://store.example/a');
    expect((await ask(desk, ['包邮', '现货'])).text).toContain('\n包邮，现货\n');
  });

  it('follows staff’s template and goes back to the first one', async () => {
    const desk = await posterDesk();
    keepTemplate(desk, '{{商品}} {{别的}}');
    expect(await ask(desk)).toMatchObject({ text: '桂花乌龙茶 最佳 🍵 {{别的}}', findings: [{ word: '最佳' }] });
    expect(keepTemplate(desk, null).template).toContain('{{链接}}');
  });

  it('never takes a value for a template', () => {
    expect(fill('{{a}}', { a: '{{b}}', b: 'x' })).toBe('{{b}}');
  });
});

it('keeps what posters were made with, and begins anew where another program kept what is unknown', async () => {
  const desk = await testDesk();
  expect(readChoices(desk)).toMatchObject({ look: 'clean', benefits: [] });
  keepChoices(desk, choices);
  expect(readChoices(desk)).toEqual(choices);
  writeSetting(desk.store, 'poster_choices', '{"look":"neon"}');
  expect(readChoices(desk)).toMatchObject({ look: 'clean' });
});

it('writes a PNG whole or not at all', () => {
  const folder = mkdtempSync(join(tmpdir(), 'league-desk-poster-'));
  const file = join(folder, '海报.png');
  expect(savePoster(file, png)).toEqual({ file, bytes: 8 });
  expect(readFileSync(file).equals(png)).toBe(true);
  expect(() => savePoster(file, new Uint8Array([1, 2]))).toThrow(expect.objectContaining({ code: 'poster.not_a_png' }));
  expect(() => savePoster(join(file, 'x.png'), png)).toThrow(expect.objectContaining({ code: 'file.unwritable' }));
  expect(readdirSync(folder)).toEqual(['海报.png']);
});

it('shows one line without marks that turn or hide text', () => {
  expect(posterText('a\u202eb\tc\n\u200b\ud800d ')).toBe('ab c d');
  expect(posterText('👨‍👩‍👧')).toBe('👨‍👩‍👧');
});
