import type { Client } from '../../../shared/contract/client.ts';
import type { PartnershipRow } from '../../../shared/contract/partnership.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { type Arguments, readArguments, wholeNumber } from '../arguments.ts';
import { print, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';
import { withService } from '../with-service.ts';

/** Lists shops with the state of the partnership, or decides on an open invitation. */
export async function invitations(argv: string[]): Promise<number> {
  const args = readArguments(argv, { status: { type: 'string' }, note: { type: 'string' } });
  const [deed, shopAppid, ...more] = args.words;
  if (deed === undefined) return withService(args, 'read', (client) => listAll(client, args));
  if ((deed !== 'accept' && deed !== 'refuse') || !shopAppid || more.length > 0)
    throw new UsageError('invitations: accept SHOP_APPID or refuse SHOP_APPID');
  return withService(args, 'write', (client) => decide(client, args, deed, shopAppid));
}

async function listAll(client: Client, args: Arguments): Promise<number> {
  const status = args.text('status');
  const filter = status === undefined ? {} : { status: wholeNumber('status', status) };
  let cursor: string | undefined;
  do {
    const page = await client.call('partnership.list', { ...filter, limit: 500, ...(cursor ? { cursor } : {}) });
    for (const row of page.rows) printShop(row, args.json);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return 0;
}

function printShop({ shop_appid, shop_name, status }: PartnershipRow, json: boolean): void {
  if (json) printJson({ shop_appid, shop_name, status });
  else print(`${shop_appid}\t${status}\t${shop_name}`);
}

async function decide(
  client: Client,
  args: Arguments,
  decision: 'accept' | 'refuse',
  shopAppid: string,
): Promise<number> {
  const input = { shop_appid: shopAppid, decision, note: args.text('note') ?? '' };
  const { outcome, status, console_url } = await client.call('partnership.decide', input);
  if (args.json) printJson({ shop_appid: shopAppid, decision, outcome, status, console_url });
  else print(`${shopAppid}\t${status}\t${outcome}`);
  if (outcome === 'console') throw new DeskError('partnership.console_needed', { console_url });
  if (outcome === 'unverified') throw new DeskError('partnership.unverified', { shop_appid: shopAppid });
  return 0;
}
