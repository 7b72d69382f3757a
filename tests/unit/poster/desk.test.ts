import { expect, it } from 'vitest';
import { type DeskTimes, PosterDesk } from '../../../electron/service/poster/desk.ts';
import { posterContent } from '../../support/poster-content.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7]);
const quick: DeskTimes = { pollMs: 20, silentMs: 60, lostMs: 40 };
const never = new AbortController().signal;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('hands an order to whoever asks, before or after it came', async () => {
  const desk = new PosterDesk();
  const asked = desk.take(2);
  const drawn = desk.draw(posterContent(), never);
  const [order] = await asked;
  expect(order?.content).toEqual(posterContent());
  expect(desk.give(order!.order_id, { png: PNG })).toBe(true);
  expect(await drawn).toBe(PNG);
  expect(desk.give(order!.order_id, { png: PNG })).toBe(false);

  const second = desk.draw(posterContent(), never);
  const [later] = await desk.take(1);
  desk.give(later!.order_id, { failure: 'no canvas' });
  await expect(second).rejects.toMatchObject({ code: 'poster.not_drawn', params: { reason: 'no canvas' } });
});

it('takes nothing for a poster that is none', async () => {
  const desk = new PosterDesk();
  const drawn = desk.draw(posterContent(), never);
  const [order] = await desk.take(1);
  desk.give(order!.order_id, { png: new Uint8Array([1]) });
  await expect(drawn).rejects.toMatchObject({ code: 'poster.not_a_png' });
});

it('answers with no orders after a while', async () => {
  expect(await new PosterDesk(quick).take(1)).toEqual([]);
});

it('gives an order once more when its window was lost, and then gives up', async () => {
  const desk = new PosterDesk({ ...quick, silentMs: 80 });
  const drawn = desk.draw(posterContent(), never);
  const [first] = await desk.take(1);
  let again: Awaited<ReturnType<PosterDesk['take']>> = [];
  while (again.length === 0) again = await desk.take(1);
  expect(again[0]).toEqual(first);
  desk.give(again[0]!.order_id, { png: PNG });
  expect(await drawn).toBe(PNG);

  const lost = expect(desk.draw(posterContent(), never)).rejects.toMatchObject({ code: 'poster.window_gone' });
  await desk.take(1);
  await lost;
});

it('gives up when nobody ever asks', async () => {
  await expect(new PosterDesk(quick).draw(posterContent(), never)).rejects.toMatchObject({
    code: 'poster.window_gone',
  });
});

it('stops waiting when the batch is cancelled, and the order is not handed out any more', async () => {
  const desk = new PosterDesk(quick);
  const stop = new AbortController();
  const drawn = desk.draw(posterContent(), stop.signal);
  stop.abort(new Error('cancelled'));
  await expect(drawn).rejects.toThrow('cancelled');
  expect(await desk.take(1)).toEqual([]);
  await expect(desk.draw(posterContent(), stop.signal)).rejects.toThrow('cancelled');
  await wait(100);
});
