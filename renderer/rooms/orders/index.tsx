import { type InputRef, Segmented } from 'antd';
import { memo, Suspense, useCallback, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../shared/contract/order.ts';
import { dayOf } from '../../../shared/time.ts';
import { useFirstPageAhead } from '../../app/client/index.ts';
import { setFilters, useFilters } from '../../app/router/address.ts';
import { Room, RoomHeader } from '../../parts/index.ts';
import { LoadingState } from '../../parts/LoadingState.tsx';
import { usePlatformNow } from '../../parts/platform-now.ts';
import type { OrderQuestion } from './address.ts';
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
import { rowsQuestion } from './table/rows-question.ts';
import { useQuestion } from './use-question.ts';
import { useRoomKeys } from './use-room-keys.ts';
import { ViewsMenu } from './views/ViewsMenu.tsx';

/** One question about the commission orders, and three ways to look at its rows: one by one, to decide, in sums. */
export default function OrdersRoom() {
  const { filter, sort, setFilter, setSort, setQuestion, undo, redo } = useQuestion();
  const { params } = useFilters();
  const tab = readTab(params.get('tab'));
  const now = usePlatformNow();
  const asOf = readAsOf(params.get('as_of'), now);
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

  const ahead = useFirstPageAhead('order.page');
  const ask = useCallback(
    (next: OrderFilter, what?: string) => {
      if (tab === 'table') ahead(rowsQuestion({ filter: next, sort, asOf }));
      setFilter(next, what);
    },
    [ahead, tab, sort, asOf, setFilter],
  );
  // All but the field follow one breath behind, so that nothing long ever holds up the letter being typed.
  const late = useDeferredValue(filter);
  return (
    <Room
      fill
      header={<Header tab={tab} onTab={showTab} filter={late} sort={sort} asOf={asOf} onQuestion={setQuestion} />}
    >
      {asOf === null ? null : <AsOfBanner asOf={asOf} onNow={() => setAsOf(null)} />}
      <FilterBar
        filter={filter}
        asOf={asOf}
        onChange={ask}
        search={search}
        list={list}
        onList={setList}
        moreOpen={moreOpen}
        onMore={setMoreOpen}
      />
      <Conditions filter={late} onChange={setFilter} undo={undo} redo={redo} />
      <Suspense fallback={<LoadingState lines={8} />}>
        <Body tab={tab} filter={late} sort={sort} asOf={asOf} setFilter={setFilter} setSort={setSort} />
      </Suspense>
    </Room>
  );
}

function showTab(tab: Tab): void {
  setFilters({ tab: tab === 'table' ? null : tab });
}

function setAsOf(moment: number | null): void {
  setFilters({ as_of: moment });
}

interface HeaderProps extends Pick<OrdersBodyProps, 'filter' | 'sort' | 'asOf'> {
  tab: Tab;
  onTab: (tab: Tab) => void;
  onQuestion: (question: OrderQuestion) => void;
}

const Header = memo(({ tab, onTab, filter, sort, asOf, onQuestion }: HeaderProps) => {
  const { t } = useTranslation(['orders', 'views']);
  return (
    <RoomHeader
      title={t('title')}
      sub={
        <Segmented<Tab>
          className="ld-orders-tabs"
          aria-label={t('views:tab_label')}
          value={tab}
          onChange={onTab}
          options={TABS.map((one) => ({ value: one, label: t(`views:tab.${one}`) }))}
          data-testid="orders-tab"
        />
      }
      known={['orders']}
      actions={
        <>
          <AsOfControl asOf={asOf} onChange={setAsOf} />
          <ViewsMenu question={{ filter, sort }} onQuestion={onQuestion} />
          {tab === 'table' ? (
            <Suspense fallback={null}>
              <TableTools filter={filter} sort={sort} asOf={asOf} />
            </Suspense>
          ) : null}
        </>
      }
    />
  );
});

const Conditions = memo(ConditionsLine);

const Body = memo(({ tab, ...props }: OrdersBodyProps & { tab: Tab }) => {
  const Shown = BODIES[tab];
  return <Shown {...props} />;
});
