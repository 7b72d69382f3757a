import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Client } from '../../shared/contract/client.ts';
import { DeskError } from '../../shared/contract/result.ts';
import { startService } from '../service/service.ts';
import { STORE_FILE } from '../service/store/store.ts';
import type { Arguments } from './arguments.ts';
import { tell } from './output.ts';
import { VERSION } from './version.ts';

/** What a verb does to the books: `read` also works beside a running window, `create` may make a new data folder. */
export type Access = 'read' | 'write' | 'create';

/** Opens the books of --data for one verb and closes them whatever happens. */
export async function withService<T>(
  args: Arguments,
  access: Access,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const dataDir = resolve(args.needed('data'));
  if (access !== 'create' && !existsSync(join(dataDir, STORE_FILE)))
    throw new DeskError('store.unopened', { file: dataDir });
  const appId = process.env.LEAGUE_DESK_APP_ID ?? '';
  const secret = process.env.LEAGUE_DESK_APP_SECRET ?? '';
  const service = await startService({
    dataDir,
    institution: { id: 'cli', name: '', demo: false },
    credentials: appId && secret ? { appId, secret } : null,
    baseUrl: args.text('base-url'),
    staff: args.text('staff') ?? accountName(),
    version: VERSION,
    readBesideWriter: access === 'read',
    log: (line) => process.env.LEAGUE_DESK_LOG && tell(line),
  });
  try {
    return await work(service.client());
  } finally {
    await service.close();
  }
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // No entry for this user in the system's list, as in some containers.
    return '';
  }
}
