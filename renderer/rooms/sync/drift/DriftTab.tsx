import { CheckOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DriftRow } from '../../../../shared/contract/sync.ts';
import { useAction, useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { EmptyState, Loaded } from '../../../parts/index.ts';
import { EndpointDrift } from './EndpointDrift.tsx';
import { findingsByEndpoint, openIds } from './findings.ts';
import './drift.css';

/** Where replies of the platform differ from what its documents say. */
export default function DriftTab() {
  const drift = useRoute('sync.drift', {});
  return (
    <Loaded query={drift} lines={8}>
      {(rows) => <Findings rows={rows} />}
    </Loaded>
  );
}

function Findings({ rows }: { rows: DriftRow[] }) {
  const { t } = useTranslation('drift');
  const { params, set } = useFilters();
  const all = params.get('show') === 'all';
  const acknowledge = useAction('sync.acknowledge_drift');
  const open = openIds(rows);
  if (rows.length === 0) return <EmptyState title={t('empty')} text={t('empty_text')} />;
  const groups = findingsByEndpoint(rows, !all);
  return (
    <div className="ld-stack">
      <div className="ld-tab-head">
        <Segmented
          value={all ? 'all' : 'open'}
          onChange={(show) => set({ show: show === 'all' ? 'all' : null })}
          options={[
            { value: 'open', label: `${t('open_only')} ${open.length}` },
            { value: 'all', label: `${t('all')} ${rows.length}` },
          ]}
        />
        <p className="ld-soft">{t('explain')}</p>
        <Button
          icon={<CheckOutlined />}
          disabled={open.length === 0}
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate({ drift_ids: open })}
        >
          {t('acknowledge_all')}
        </Button>
      </div>
      {groups.length === 0 ? <EmptyState title={t('none_open')} text={t('none_open_text')} /> : null}
      {groups.map((group) => (
        <EndpointDrift
          key={group.endpoint}
          group={group}
          busy={acknowledge.isPending}
          onAcknowledge={(ids) => acknowledge.mutate({ drift_ids: ids })}
        />
      ))}
    </div>
  );
}
