import { DeskError } from '../../../shared/contract/result.ts';

export interface Credentials {
  appId: string;
  secret: string;
}

export const TOKEN_ENDPOINT = '/cgi-bin/stable_token';

export interface TokenKeeper {
  /** A valid token; all callers that find none share one request. */
  get(): Promise<string>;
  /** The valid token at hand, without waiting. */
  current(): string | null;
  /** Forgets this token (not a newer one): the platform refused it. */
  drop(token: string): void;
}

/** The token is asked for again this long before its end, so that no call starts with a dying one. */
const MARGIN_SECONDS = 120;

/**
 * Keeps the institution's access token. `ask` makes the stable_token call; other programs of the institution keep
 * working because normal mode returns the same token to everyone while it is valid.
 */
export function tokenKeeper(
  ask: (forceRefresh: boolean) => Promise<{ token: string; expiresIn: number }>,
  monotonicSeconds: () => number = () => performance.now() / 1000,
): TokenKeeper {
  let current: { token: string; until: number } | null = null;
  let pending: Promise<string> | null = null;
  let refused: string | null = null;

  const fetchToken = async (): Promise<string> => {
    let got = await ask(false);
    // Normal mode may hand out the very token that was just refused: then, and only then, force a new one.
    if (got.token === refused) got = await ask(true);
    if (!got.token) throw new DeskError('network.not_json', { endpoint: '/cgi-bin/stable_token' });
    current = { token: got.token, until: monotonicSeconds() + Math.max(got.expiresIn - MARGIN_SECONDS, 10) };
    return got.token;
  };

  const valid = () => (current && monotonicSeconds() < current.until ? current.token : null);

  return {
    current: valid,
    get() {
      const token = valid();
      if (token !== null) return Promise.resolve(token);
      pending ??= fetchToken().finally(() => {
        pending = null;
      });
      return pending;
    },
    drop(token) {
      if (current?.token === token) {
        refused = token;
        current = null;
      }
    },
  };
}
