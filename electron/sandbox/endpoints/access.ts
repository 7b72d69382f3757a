/** Tokens and quotas. */
import { APP_ID, SECRET } from '../platform.ts';
import { textOf } from '../wire/body.ts';
import { refusal } from '../wire/refusal.ts';
import { type Endpoint, type Endpoints, post } from './endpoint.ts';

/** A secret of the right shape that is not this institution's is 40001; one that cannot be a secret is 40125. */
function checkCredentials(appId: unknown, secret: unknown): void {
  if (appId === undefined || appId === null || appId === '') throw refusal(41002);
  if (appId !== APP_ID) throw refusal(40013);
  if (secret === undefined || secret === null || secret === '') throw refusal(41004);
  if (typeof secret !== 'string' || !/^[0-9a-f]{32}$/.test(secret)) throw refusal(40125);
  if (secret !== SECRET) throw refusal(40001, 'appsecret is not the latest or not of this account');
}

const plainToken: Endpoint = {
  method: 'GET',
  token: false,
  plain: true,
  run: ({ platform, query, now }) => {
    if (query.get('grant_type') !== 'client_credential') throw refusal(40002);
    checkCredentials(query.get('appid'), query.get('secret'));
    return { ...platform.tokens.grantPlain(now) };
  },
};

const stableToken: Endpoint = {
  method: 'POST',
  token: false,
  plain: true,
  run: ({ platform, body, now }) => {
    if (body.grant_type !== 'client_credential') throw refusal(40002);
    checkCredentials(body.appid, body.secret);
    if (body.force_refresh !== undefined && typeof body.force_refresh !== 'boolean') throw refusal(47001);
    return { ...platform.tokens.grantStable(now, body.force_refresh === true) };
  },
};

/** `paths` are the endpoints there are: a quota is asked for by path. */
export function accessEndpoints(paths: () => ReadonlySet<string>): Endpoints {
  return {
    '/cgi-bin/token': plainToken,
    '/cgi-bin/stable_token': stableToken,
    '/cgi-bin/openapi/quota/get': post(({ platform, body, now }) => {
      const path = textOf(body, 'cgi_path', 76003);
      if (!path.startsWith('/') || /[?#]/.test(path)) throw refusal(76003);
      if (/^\/[^/]*\/?sns\//.test(path)) throw refusal(76022);
      if (!paths().has(path)) throw refusal(76021);
      const { daily, perMinute } = platform.limits.limitOf(path);
      const used = Math.min(daily, platform.limits.usedToday(path, now));
      return {
        quota: { daily_limit: daily, used, remain: daily - used },
        rate_limit: { call_count: perMinute, refresh_second: 60 },
        component_rate_limit: { call_count: 0, refresh_second: 0 },
      };
    }),
    '/cgi-bin/clear_quota': post(({ platform, body, now }) => {
      if (textOf(body, 'appid', 41002) !== APP_ID) throw refusal(40013);
      platform.limits.reset(now);
      return {};
    }),
  };
}
