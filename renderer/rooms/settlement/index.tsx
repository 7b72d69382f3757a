import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodOf } from '../../../shared/time.ts';
import { useRoute } from '../../app/client/index.ts';
import { goTo, useFilters } from '../../app/router/address.ts';
import { EmptyState, Loaded, Room, RoomHeader } from '../../parts/index.ts';
import { usePlatformNow } from '../../parts/platform-now.ts';
import { PeriodList } from './PeriodList.tsx';
import { PeriodPage } from './PeriodPage.tsx';
import { readPeriod, readTab } from './period-address.ts';
import { ReportHistory } from './ReportHistory.tsx';
import { VerifyButton } from './VerifyButton.tsx';
import '../products/products.css';
import './dialogs.css';
import './settlement.css';

export default function SettlementRoom() {
  const { t } = useTranslation('settlement');
  const { params, set } = useFilters();
  const periods = useRoute('settlement.periods', {});
  const present = readPeriod(params.get('period'), periods.data ?? []);
  const page = useRoute('settlement.period', { period: present ?? '' }, { enabled: present !== null, keep: true });
  const [history, setHistory] = useState(false);
  const current = periodOf(usePlatformNow());

  return (
    <Room
      fill
      header={
        <RoomHeader
          title={t('title')}
          sub={t('subtitle')}
          known={['orders']}
          actions={
            <>
              <VerifyButton />
              <Button onClick={() => setHistory(true)}>{t('report.history')}</Button>
            </>
          }
        />
      }
    >
      <Loaded query={periods} lines={8}>
        {(known) =>
          present === null ? (
            <EmptyState
              title={t('empty.title')}
              text={t('empty.hint')}
              action={<Button onClick={() => goTo('sync')}>{t('empty.to_sync')}</Button>}
            />
          ) : (
            <div className="ld-settlement">
              <PeriodList periods={known} present={present} current={current} onChoose={(period) => set({ period })} />
              <Loaded query={page} lines={10}>
                {(data) => <PeriodPage data={data} tab={readTab(params.get('tab'))} onTab={(tab) => set({ tab })} />}
              </Loaded>
            </div>
          )
        }
      </Loaded>
      <ReportHistory open={history} present={page.data?.totals ?? null} onClose={() => setHistory(false)} />
    </Room>
  );
}
