import { Button, Tabs } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { periodOf } from '../../../shared/time.ts';
import { useRoute } from '../../app/client/index.ts';
import { goTo, useFilters } from '../../app/router/address.ts';
import { EmptyState, Loaded, LoadingState, Room, RoomHeader } from '../../parts/index.ts';
import { usePlatformNow } from '../../parts/platform-now.ts';
import { PeriodList } from './PeriodList.tsx';
import { readPeriod } from './period-address.ts';
import { VerifyButton } from './VerifyButton.tsx';
import { isPeriodView, PERIOD_VIEWS, readView, VIEW_NAMES, WIDE_VIEWS } from './views.ts';
import '../products/products.css';
import './dialogs.css';
import './settlement.css';

/** From the month's orders to what everybody gets: figures, differences, funds, payees, payouts, statements, rules. */
export default function SettlementRoom() {
  const { t } = useTranslation('settlement');
  const { params, set } = useFilters();
  const periods = useRoute('settlement.periods', {});
  const present = readPeriod(params.get('period'), periods.data ?? []);
  const current = periodOf(usePlatformNow());
  const view = readView(params.get('view'));

  return (
    <Room
      fill
      header={<RoomHeader title={t('title')} sub={t('subtitle')} known={['orders']} actions={<VerifyButton />} />}
    >
      <Tabs
        className="ld-settlement-views"
        activeKey={view}
        // What one page was narrowed to means nothing in another; the month stays.
        onChange={(name) => set({ ...NARROWED, view: name === 'summary' ? null : name })}
        items={VIEW_NAMES.map((name) => ({ key: name, label: t(`view.${name}`) }))}
        aria-label={t('view.label')}
      />
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
              {isPeriodView(view) ? (
                <PeriodList
                  periods={known}
                  present={present}
                  current={current}
                  onChoose={(period) => set({ period })}
                />
              ) : null}
              <Suspense fallback={<LoadingState lines={10} />}>
                <View view={view} period={present} />
              </Suspense>
            </div>
          )
        }
      </Loaded>
    </Room>
  );
}

/** Address parts that belong to one page of the room. */
const NARROWED = {
  tab: null,
  of: null,
  state: null,
  reason: null,
  payee: null,
  batch: null,
  search: null,
  cursor: null,
  file: null,
  age: null,
};

function View({ view, period }: { view: ReturnType<typeof readView>; period: string }) {
  if (isPeriodView(view)) {
    const Page = PERIOD_VIEWS[view];
    return <Page key={view} period={period} />;
  }
  const Page = WIDE_VIEWS[view];
  return <Page key={view} />;
}
