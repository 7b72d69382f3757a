import { StopOutlined, SyncOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute, useSync } from '../../app/client/index.ts';
import { useFilters } from '../../app/router/address.ts';
import { Loaded, LoadingState, Room, RoomHeader } from '../../parts/index.ts';
import { AttentionList } from './state/AttentionList.tsx';
import { ResourceChips } from './state/ResourceChips.tsx';
import { SinceButton } from './state/SinceButton.tsx';
import { StatePanel } from './state/StatePanel.tsx';
import { readTab, TAB_NAMES, TAB_PARAMS, TABS, TabLabel, waitingOf } from './tabs.tsx';
import './sync.css';

/** What was read from the platform and when, what could not be, and what keeps it so. */
export default function SyncRoom() {
  const { t } = useTranslation('sync');
  const { params, set } = useFilters();
  const sync = useSync();
  const status = useRoute('sync.status', {});
  const background = useRoute('background.get', {}).data;
  const connected = useRoute('desk.status', {}).data?.connected ?? false;
  const tab = readTab(params.get('tab'));
  const Page = TABS[tab];
  return (
    <Room
      header={
        <RoomHeader
          title={t('title')}
          actions={
            <>
              <SinceButton sync={sync} connected={connected} />
              {sync.running ? (
                <Button icon={<StopOutlined />} onClick={sync.cancel} loading={sync.cancelling}>
                  {t('cancel')}
                </Button>
              ) : (
                <Button
                  type="primary"
                  icon={<SyncOutlined />}
                  disabled={!connected}
                  onClick={() => sync.start()}
                  loading={sync.starting}
                >
                  {t('start')}
                </Button>
              )}
            </>
          }
        />
      }
    >
      <Loaded query={status} lines={10}>
        {(data) => (
          <div className="ld-sync">
            <AttentionList items={background?.attention ?? []} />
            <StatePanel
              status={data}
              background={background}
              sync={sync}
              reach={tab === 'runs' || tab === 'completeness'}
            />
            {/* The first tab says it in its table. */}
            {tab === 'runs' ? null : <ResourceChips status={data} />}
            <Tabs
              activeKey={tab}
              // The filters of one tab mean nothing in another.
              onChange={(key) => set({ ...TAB_PARAMS, tab: key === 'runs' ? null : key })}
              items={TAB_NAMES.map((name) => ({
                key: name,
                label: <TabLabel name={name} waiting={waitingOf(name, data)} />,
              }))}
              aria-label={t('tab.label')}
            />
            <Suspense fallback={<LoadingState lines={8} />}>
              <Page key={tab} status={data} sync={sync} />
            </Suspense>
          </div>
        )}
      </Loaded>
    </Room>
  );
}
