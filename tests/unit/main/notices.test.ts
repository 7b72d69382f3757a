import { beforeEach, expect, it } from 'vitest';
import { type Matter, type Notice, Notices } from '../../../electron/main/notices.ts';

const one = { id: 'one', name: '晨光机构' };
const address: Matter = { code: 'platform.40164', params: { address: '203.0.113.7' }, since: 100 };
const quota: Matter = { code: 'platform.45009', params: { endpoint: '/x' }, since: 200 };

let shown: Notice[];
let notices: Notices;
const hear = (matters: Matter[], watched = false, institution = one) =>
  notices.hear(institution, matters, { language: 'zh-CN', watched });

beforeEach(() => {
  shown = [];
  notices = new Notices((notice) => shown.push(notice));
});

it('names the institution, what is wrong and the next step, the address with it', () => {
  hear([address]);
  expect(shown).toEqual([
    {
      title: '本机 IP 不在平台白名单（40164）',
      body: '晨光机构: 请在平台后台的 IP 白名单里加入本机的地址 203.0.113.7，几分钟后重试。',
    },
  ]);
});

it('tells of a matter once, not with every run', () => {
  for (let run = 0; run < 5; run += 1) hear([address]);
  hear([address, quota]);
  hear([{ ...quota, params: { endpoint: '/y' } }, address]);
  expect(shown).toHaveLength(2);
});

it('tells of it again when it was mended and came back, or another address is missing', () => {
  hear([address]);
  hear([]);
  hear([{ ...address, since: 300 }]);
  hear([{ ...address, params: { address: '198.51.100.4' }, since: 300 }]);
  expect(shown).toHaveLength(3);
});

it('says nothing while staff look at the window, also not later', () => {
  hear([address], true);
  hear([address]);
  expect(shown).toEqual([]);
});

it('keeps institutions apart', () => {
  hear([address]);
  hear([address], false, { id: 'two', name: '南风' });
  hear([address]);
  expect(shown.map(({ body }) => body.slice(0, 4))).toEqual(['晨光机构', '南风: ']);
});

it('speaks the language of the window', () => {
  notices.hear(one, [quota], { language: 'en', watched: false });
  expect(shown[0]!.title).toBe("Today's calls are used up (45009)");
});
