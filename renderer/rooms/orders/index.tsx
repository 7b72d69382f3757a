import { type InputRef, Segmented } from 'antd';
import { memo, Suspense, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../shared/time.ts';
import { useFilters } from '../../app/router/address.ts';
import { Room, RoomHeader } from '../../parts/index.ts';
import { LoadingState } from '../../parts/LoadingState.tsx';
import { usePlatformNow } from '../../parts/platform-now.ts';
import { AsOfBanner } from './as-of/AsOfBanner.tsx';
import { AsOfControl } from './as-of/AsOfControl.tsx';
import { readAsOf } from './as-of/as-of.ts';
import type { OrdersBodyProps } from './body.ts';
import { BODIES, readTab, TABS, type Tab, TableTools } from './body-tabs.ts';
import { presetRange } from './date-preset.ts';
import { ConditionsLine } from './filter/ConditionsLine.tsx';
import { FilterBar, FREQUENT } from './filter/FilterBar.tsx';
import type { ListField } from './filter/fields.ts';
import { lessOf } from './filter/filter-chips.ts';
import { useQuestion } from './use-question.ts';
import { useRoomKeys } from './use-room-keys.ts';
import { ViewsMenu } from './views/ViewsMenu.tsx';

/** One question about the commission orders, and three ways to look at its rows: one by one, to decide, in sums. */
export default function OrdersRoom() {
  const { t } = useTranslation(['orders', 'views']);
  const question = useQuestion();
  const { filter, sort, setFilter, setSort, undo, redo } = question;
  const { params, set } = useFilters();
  const tab = readTab(params.get('tab'));
  const now = usePlatformNow();
  const asOf = readAsOf(params.get('as_of'), now);
  const setAsOf = (moment: number | null) => set({ as_of: moment });
  const search = useRef<InputRef>(null);
  const [moreOpen, setMoreOpen] = useState(false);
  const [list, setList] = useState<ListField | null>(null);

  useRoomKeys({
    search,
    onLess: () => setFilter(lessOf(filter)),
    onPreset: (preset) => setFilter({ ...filter, ...presetRange(preset, dayOf(now)) }),
    onMore: () => setMoreOpen(true),
    onList: (place) => setList(FREQUENT[place] ?? null),
    onUndo: undo,
    onRedo: redo,
  });

  return (
    <Room
      fill
      header={
        <RoomHeader
          title={t('title')}
          sub={
            <Segmented<Tab>
              className="ld-orders-tabs"
              aria-label={t('views:tab_label')}
              value={tab}
              onChange={(next) => set({ tab: next === 'table' ? null : next })}
              options={TABS.map((one) => ({ value: one, label: t(`views:tab.${one}`) }))}
              data-testid="orders-tab"
            />
          }
          known={['orders']}
          actions={
            <>
              <AsOfControl asOf={asOf} onChange={setAsOf} />
              <ViewsMenu question={{ filter, sort }} onQuestion={question.setQuestion} />
              {tab === 'table' ? (
                <Suspense fallback={null}>
                  <TableTools filter={filter} sort={sort} asOf={asOf} />
                </Suspense>
              ) : null}
            </>
          }
        />
      }
    >
      {asOf === null ? null : <AsOfBanner asOf={asOf} onNow={() => setAsOf(null)} />}
      <FilterBar
        filter={filter}
        asOf={asOf}
        onChange={setFilter}
        search={search}
        list={list}
        onList={setList}
        moreOpen={moreOpen}
        onMore={setMoreOpen}
      />
      <ConditionsLine filter={filter} onChange={setFilter} undo={undo} redo={redo} />
      <Suspense fallback={<LoadingState lines={8} />}>
        <LateBody tab={tab} filter={filter} sort={sort} asOf={asOf} setFilter={setFilter} setSort={setSort} />
      </Suspense>
    </Room>
  );
}

/** The body follows one breath behind, so that a long table never holds up the letter being typed. */
function LateBody({ tab, ...props }: OrdersBodyProps & { tab: Tab }) {
  const filter = useDeferredValue(props.filter);
  return <Body tab={tab} {...props} filter={filter} />;
}

const Body = memo(({ tab, ...props }: OrdersBodyProps & { tab: Tab }) => {
  const Shown = BODIES[tab];
  return <Shown {...props} />;
});
