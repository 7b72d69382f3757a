import { expect, it } from 'vitest';
import { readAlertQuestion } from '../../../../renderer/rooms/products/alerts/alert-question.ts';

it('reads the filter of alerts from the address, leaving out what makes no sense', () => {
  const read = (text: string) => readAlertQuestion(new URLSearchParams(text));
  expect(read('')).toEqual({});
  expect(read('kind=price_up&alert_state=done&alert_listed=no&alert_shop=wx1')).toEqual({
    kind: 'price_up',
    state: 'done',
    listed: false,
    shop_appid: 'wx1',
  });
  expect(read('kind=nothing&alert_state=open&alert_listed=maybe&alert_shop=')).toEqual({});
});
