import { type ComponentType, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../../shared/contract/sync.ts';
import type { SyncControl } from '../../app/client/index.ts';
import type { AddressParams } from '../../app/router/address.ts';
import { formatCount } from '../../parts/index.ts';
import { RunsTab } from './runs/RunsTab.tsx';

export const TAB_NAMES = ['runs', 'completeness', 'quarantine', 'hunt', 'ledger', 'drift', 'doctor'] as const;
export type TabName = (typeof TAB_NAMES)[number];

export interface TabProps {
  status: SyncStatus;
  sync: SyncControl;
}

/** All but the first are read when they are opened. */
export const TABS: Record<TabName, ComponentType<TabProps>> = {
  runs: RunsTab,
  completeness: lazy(() => import('./completeness/CompletenessTab.tsx')),
  quarantine: lazy(() => import('./quarantine/QuarantineTab.tsx')),
  hunt: lazy(() => import('./hunt/HuntTab.tsx')),
  ledger: lazy(() => import('./ledger/LedgerTab.tsx')),
  drift: lazy(() => import('./drift/DriftTab.tsx')),
  doctor: lazy(() => import('./doctor/DoctorTab.tsx')),
};

/** What the tabs keep in the address, taken away when another one is opened. */
export const TAB_PARAMS: AddressParams = { month: null, resource: null, failed: null, show: null, verdict: null };

export function readTab(text: string | null): TabName {
  return TAB_NAMES.find((name) => name === text) ?? 'runs';
}

/** What waits for staff behind a tab. */
export function waitingOf(name: TabName, status: SyncStatus): number {
  return name === 'quarantine' ? status.quarantined : name === 'drift' ? status.drift : 0;
}

export function TabLabel({ name, waiting }: { name: TabName; waiting: number }) {
  const { t } = useTranslation('sync');
  return (
    <span className="ld-tab-label">
      {t(`tab.${name}`)}
      {waiting > 0 ? <span className="ld-tab-label__count">{formatCount(waiting)}</span> : null}
    </span>
  );
}
