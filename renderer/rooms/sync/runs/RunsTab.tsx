import type { SyncStatus } from '../../../../shared/contract/sync.ts';
import type { SyncControl } from '../../../app/client/index.ts';
import { ResourceTable } from '../state/ResourceTable.tsx';
import { RunList } from './RunList.tsx';

/** What each kind of data got from the last run, and all runs before it. */
export function RunsTab({ status, sync }: { status: SyncStatus; sync: SyncControl }) {
  return (
    <div className="ld-stack">
      <ResourceTable status={status} sync={sync} />
      <RunList />
    </div>
  );
}
