import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnershipRow } from '../../../shared/contract/partnership.ts';
import { PARTNERSHIP_STATUS } from '../../../shared/status.ts';
import { usePages, useSync } from '../../app/client/index.ts';
import { useFilters } from '../../app/router/address.ts';
import { EmptyState, Room, RoomHeader, SearchField, type Selection, VirtualTable } from '../../parts/index.ts';
import { useMediaQuery } from '../../parts/media-query.ts';
import { DecideBar } from './DecideBar.tsx';
import { DecideMany } from './DecideMany.tsx';
import { readStatus } from './question.ts';
import { ShopCard } from './ShopCard.tsx';
import { StatusTabs } from './StatusTabs.tsx';
import { useShopColumns } from './shop-columns.tsx';
import './partnerships.css';

const keyOf = (row: PartnershipRow) => row.shop_appid;
const NONE: Selection<PartnershipRow> = new Map();

/** Invitations to answer, and every shop the institution works or worked with. */
export default function PartnershipsRoom() {
  const { t } = useTranslation('partnerships');
  const { params, set } = useFilters();
  const choice = readStatus(params.get('status'));
  const search = params.get('search') ?? '';
  const open = params.get('open');
  const pages = usePages('partnership.list', {
    ...(choice === 'all' ? {} : { status: choice }),
    ...(search ? { search } : {}),
    limit: 100,
  });
  const wide = useMediaQuery('(min-width: 1600px)');
  const columns = useShopColumns(choice, open !== null && !wide);
  const onOpen = useCallback((row: PartnershipRow) => set({ open: row.shop_appid }), [set]);
  const inbox = choice === PARTNERSHIP_STATUS.invited;
  const [selection, setSelection] = useState(NONE);
  const [decision, setDecision] = useState<'accept' | 'refuse' | null>(null);
  const byStatus = pages.first?.by_status ?? null;
  const all = (byStatus ?? []).reduce((sum, { rows }) => sum + rows, 0);

  return (
    <Room
      fill
      header={
        <RoomHeader
          title={t('title')}
          sub={pages.first ? t('sub', { count: all }) : null}
          known={['shops']}
          actions={<SearchField value={search} onSearch={(text) => set({ search: text })} placeholder={t('search')} />}
        />
      }
    >
      <StatusTabs
        byStatus={byStatus}
        choice={choice}
        onChoose={(status) => {
          setSelection(NONE);
          set({ status, open: null });
        }}
      />
      {inbox && selection.size > 0 ? (
        <DecideBar count={selection.size} onClear={() => setSelection(NONE)} onDecide={setDecision} />
      ) : null}
      <div className="ld-shops">
        <VirtualTable
          label={t('table')}
          source={pages}
          columns={columns}
          rowKey={keyOf}
          onOpen={onOpen}
          openKey={open}
          {...(inbox ? { selection, onSelect: setSelection } : {})}
          empty={<NoShops inbox={inbox && !search} onClear={() => set({ status: 'all', search: null })} />}
        />
        {decision ? (
          <DecideMany
            shops={[...selection.values()]}
            decision={decision}
            onClose={(begun) => {
              setDecision(null);
              if (begun) setSelection(NONE);
            }}
          />
        ) : null}
        {open ? <ShopCard key={open} shopAppid={open} onClose={() => set({ open: null })} /> : null}
      </div>
    </Room>
  );
}

function NoShops({ inbox, onClear }: { inbox: boolean; onClear: () => void }) {
  const { t } = useTranslation('partnerships');
  const { running, start, starting } = useSync();
  if (!inbox) {
    return (
      <EmptyState
        title={t('empty.none')}
        text={t('empty.none_text')}
        action={<Button onClick={onClear}>{t('empty.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t('empty.inbox')}
      text={t('empty.inbox_text')}
      action={
        <Button loading={starting || running} onClick={() => start({ only: ['shops'] })}>
          {t('empty.sync')}
        </Button>
      }
    />
  );
}
