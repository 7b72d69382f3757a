import { expect, it } from 'vitest';
import { readQuota } from '../../../electron/service/platform/endpoints/quota.ts';
import { standIn } from '../../support/stand-in.ts';

it('reads the limits of one endpoint, and null where the platform says nothing', async () => {
  const platform = standIn(() => 0);
  platform.on(
    'quota/get',
    {
      quota: { daily_limit: 100, used: 3, remain: 97 },
      rate_limit: { call_count: 60, refresh_second: 10 },
      component_rate_limit: { call_count: 1, refresh_second: 1 },
    },
    { quota: { daily_limit: 100 } },
  );
  const path = '/channels/ec/league/headsupplier/order/get';
  expect(await readQuota(platform, path)).toEqual({
    daily_limit: 100,
    used: 3,
    remain: 97,
    call_count: 60,
    refresh_seconds: 10,
  });
  expect(platform.calls).toEqual([{ endpoint: '/cgi-bin/openapi/quota/get', body: { cgi_path: path } }]);
  expect(await readQuota(platform, path)).toEqual({
    daily_limit: 100,
    used: null,
    remain: null,
    call_count: null,
    refresh_seconds: null,
  });
});
