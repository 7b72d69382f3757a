import { describe, expect, it } from 'vitest';
import { getMaterial } from '../../../electron/service/listing/material.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { type TestDesk, testDesk } from '../../support/desk-context.ts';
import { addProduct, addPromoters, productKey, promoterEntry } from '../../support/shelf-rows.ts';

const LINK = 'get_product_promotion_link_info';
const QR = 'get_product_promotion_qrcode_info';
const PROMOTION = 'get_promoter_single_product_promotion_info';
const PICTURE = 'https://img.example/qr';
const lost = new DeskError('network.timeout');
const png = Buffer.from('89504e47', 'hex');

async function materialDesk(): Promise<TestDesk> {
  const desk = await testDesk();
  addProduct(desk, productKey(1));
  addPromoters(desk, promoterEntry('wxa'));
  desk.script.on(LINK, { short_link: '#short', http_short_link: 'https://store.example/a' });
  desk.script.on(QR, { qrcode_url: PICTURE });
  desk.script.on(PROMOTION, { product_promotion_link: 'card-parameter' });
  desk.script.files.set(PICTURE, { type: 'image/png', bytes: png });
  return desk;
}

const ask = (desk: TestDesk, refresh = false) =>
  getMaterial(desk, { product: productKey(1), promoter_appid: 'wxa', refresh });

const whole = {
  short_link: '#short',
  http_link: 'https://store.example/a',
  qr_url: PICTURE,
  qr_image: `data:image/png;base64,${png.toString('base64')}`,
  promotion_link: 'card-parameter',
};

describe('material of a promoter for a product', () => {
  it('is read once and then kept, picture included', async () => {
    const desk = await materialDesk();
    expect(await ask(desk)).toEqual({ ...whole, fetched_at: desk.time, from_store: false });
    expect(desk.script.calls).toHaveLength(3);
    expect(desk.script.calls[0]?.body).toEqual({
      sharer_appid: 'wxa',
      product_id: productKey(1).product_id,
      shop_appid: 'wxshop1',
    });
    const before = desk.time;
    desk.time += 1000;
    expect(await ask(desk)).toEqual({ ...whole, fetched_at: before, from_store: false });
    expect(desk.script.calls).toHaveLength(3);
    expect(await ask(desk, true)).toMatchObject({ fetched_at: desk.time });
  });

  it('serves from the store when the platform is out of reach', async () => {
    const desk = await materialDesk();
    const kept = await ask(desk);
    desk.time += 1000;
    desk.script.on(LINK, lost);
    expect(await ask(desk, true)).toEqual({ ...kept, from_store: true });
    desk.offline = new DeskError('credentials.missing');
    expect(await ask(desk, true)).toEqual({ ...kept, from_store: true });
  });

  it('fails when nothing is kept, and keeps nothing half', async () => {
    const desk = await materialDesk();
    desk.script.on(QR, lost);
    await expect(ask(desk)).rejects.toMatchObject({ code: 'network.timeout' });
    desk.script.on(QR, { qrcode_url: PICTURE });
    expect(await ask(desk)).toMatchObject(whole);
  });

  it('leaves out what the platform refuses, and says why when it refuses all', async () => {
    const desk = await materialDesk();
    desk.script.on(QR, { errcode: 10071049, errmsg: 'closed' });
    expect(await ask(desk)).toMatchObject({ short_link: '#short', qr_url: null, qr_image: null });
    desk.script.on(LINK, { errcode: 10071029 });
    desk.script.on(PROMOTION, { errcode: 10071029 });
    await expect(ask(desk, true)).rejects.toMatchObject({ code: 'platform.10071029' });
  });

  it('asks again for a picture that could not be had, and takes no web page for one', async () => {
    const desk = await materialDesk();
    desk.script.files.set(PICTURE, lost);
    expect(await ask(desk)).toMatchObject({ short_link: '#short', qr_url: PICTURE, qr_image: null });
    desk.script.files.set(PICTURE, { type: 'text/html', bytes: Buffer.from('<html>') });
    expect(await ask(desk)).toMatchObject({ qr_image: null });
    desk.script.files.set(PICTURE, { type: 'image/png', bytes: png });
    expect(await ask(desk)).toMatchObject(whole);
  });

  it('needs a product and a promoter we know', async () => {
    const desk = await materialDesk();
    await expect(
      getMaterial(desk, { product: productKey(2), promoter_appid: 'wxa', refresh: false }),
    ).rejects.toMatchObject({ code: 'product.unknown' });
    await expect(
      getMaterial(desk, { product: productKey(1), promoter_appid: 'wxz', refresh: false }),
    ).rejects.toMatchObject({ code: 'promoter.unknown' });
  });
});
