import { StopOutlined, SyncOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRoute, useSync } from '../../app/client/index.ts';
import { useFilters } from '../../app/router/address.ts';
import { Count, Loaded, Room, RoomHeader } from '../../parts/index.ts';
import { Ledger } from './Ledger.tsx';
import { NowPanel } from './NowPanel.tsx';
import { QuarantineList } from './QuarantineList.tsx';
import { ResourceTable } from './ResourceTable.tsx';
import { RunList } from './RunList.tsx';
import { SinceButton } from './SinceButton.tsx';
import './sync.css';

/** What was read from the platform, when, and what could not be. */
export default function SyncRoom() {
  const { t } = useTranslation('sync');
  const { params, set } = useFilters();
  const sync = useSync();
  const status = useRoute('sync.status', {});
  const quarantined = status.data?.quarantined ?? 0;
  return (
    <Room
      header={
        <RoomHeader
          title={t('title')}
          actions={
            <>
              <SinceButton sync={sync} />
              {sync.running ? (
                <Button icon={<StopOutlined />} onClick={sync.cancel} loading={sync.cancelling}>
                  {t('cancel')}
                </Button>
              ) : (
                <Button type="primary" icon={<SyncOutlined />} onClick={() => sync.start()} loading={sync.starting}>
                  {t('start')}
                </Button>
              )}
            </>
          }
        />
      }
    >
      <Loaded query={status}>
        {(data) => (
          <div className="ld-sync">
            <div className="ld-sync__top">
              <ResourceTable status={data} sync={sync} />
              <NowPanel status={data} sync={sync} />
            </div>
            <Tabs
              activeKey={params.get('tab') ?? 'runs'}
              onChange={(tab) => set({ tab: tab === 'runs' ? null : tab })}
              destroyOnHidden
              items={[
                { key: 'runs', label: t('tab.runs'), children: <RunList /> },
                {
                  key: 'quarantine',
                  label: (
                    <>
                      {t('tab.quarantine')} {quarantined ? <Count of={quarantined} /> : null}
                    </>
                  ),
                  children: <QuarantineList />,
                },
                { key: 'ledger', label: t('tab.ledger'), children: <Ledger /> },
              ]}
            />
          </div>
        )}
      </Loaded>
    </Room>
  );
}
