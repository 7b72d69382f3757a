import { Button } from 'antd';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { LoadingState } from '../../parts/LoadingState.tsx';
import { usePalette } from '../../state/palette.ts';
import { goTo } from '../router/address.ts';
import { isRoomName, ROOMS } from '../router/rooms.ts';
import { AttentionBanner } from './AttentionBanner.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Palette } from './palette/Palette.tsx';
import { Rail } from './Rail.tsx';
import { RoomBoundary } from './RoomBoundary.tsx';
import { isPaletteKey } from './shortcut.ts';
import { TopBar } from './TopBar.tsx';
import './shell.css';

/** Rail, top bar, and the room the address names. */
export function Shell() {
  const { t } = useTranslation('app');
  const [path] = useLocation();
  const name = path.split('/')[1] || 'overview';
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPaletteKey(event)) return;
      event.preventDefault();
      const { open, setOpen } = usePalette.getState();
      setOpen(!open);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className="ld-shell">
      <button type="button" className="ld-skip" onClick={skipToContent}>
        {t('skip_to_content')}
      </button>
      <TopBar />
      <Rail />
      <main id="ld-content" className="ld-content" tabIndex={-1} data-room-open={name}>
        <ConnectionBanner />
        {/* The sync room itself says it at length. */}
        {name === 'sync' ? null : <AttentionBanner />}
        <div className="ld-content__room">
          <RoomBoundary key={name}>
            <Suspense fallback={<LoadingState lines={8} />}>
              <OpenRoom name={name} />
            </Suspense>
          </RoomBoundary>
        </div>
      </main>
      <Palette />
    </div>
  );
}

// A button, since the hash a link would follow is the router's.
function skipToContent(): void {
  document.getElementById('ld-content')?.focus();
}

function OpenRoom({ name }: { name: string }) {
  const { t } = useTranslation('app');
  if (!isRoomName(name)) {
    return (
      <EmptyState
        title={t('unknown_page')}
        action={<Button onClick={() => goTo('overview')}>{t('to_overview')}</Button>}
      />
    );
  }
  const { Page } = ROOMS[name];
  return <Page />;
}
