import { runJob } from '../../../electron/cli/job.ts';
import { startService } from '../../../electron/service/service.ts';
import type { SyncRun } from '../../../shared/contract/sync.ts';
import { PREPARED_CREDENTIALS } from './start-prepared.ts';

export interface BenchService {
  /** One sync of the orders, as a press of the button starts it. */
  sync(): Promise<SyncRun>;
  close(): Promise<void>;
}

/** The whole service over real books, against a platform that needs no real credentials. */
export async function benchService(dataDir: string, baseUrl: string): Promise<BenchService> {
  const service = await startService({
    dataDir,
    institution: { id: 'bench', name: '', demo: false },
    credentials: PREPARED_CREDENTIALS,
    baseUrl,
    version: '0',
  });
  const client = service.client();
  return {
    sync: () =>
      runJob<SyncRun>(
        client,
        () => client.call('sync.start', { only: ['orders'] }),
        () => {},
      ),
    close: () => service.close(),
  };
}
