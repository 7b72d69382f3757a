import { expect, it } from 'vitest';
import { headLines } from '../../../electron/service/report/pdf/table-layout.ts';

it.each([
  ['订单号', ['订单号']],
  ['佣金单状态', ['佣金单状态']],
  ['可分佣金额', ['可分佣金额']],
  ['平台技术服务费', ['平台技术', '服务费']],
  ['推客佣金支付方', ['推客佣金', '支付方']],
  ['平台付推客佣金', ['平台付', '推客佣金']],
  ['机构应付推客佣金', ['机构应付', '推客佣金']],
  ['推客机构服务费', ['推客机构', '服务费']],
  ['转给帮卖机构', ['转给', '帮卖机构']],
  ['推客AppID', ['推客', 'AppID']],
  ['promoter', ['promoter']],
])('the heading %s is torn between its words', (head, lines) => {
  expect(headLines(head)).toEqual(lines);
  expect(headLines(head).join('')).toBe(head);
});
