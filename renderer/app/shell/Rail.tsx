import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { formatCount } from '../../parts/Count.tsx';
import { useView } from '../../state/view.ts';
import { useRoute } from '../client/use-route.ts';
import { ROOM_NAMES, ROOMS, type RoomName } from '../router/rooms.ts';
import './rail.css';

/** The rooms at the left; a count where something waits for staff. */
export function Rail() {
  const { t } = useTranslation('app');
  const folded = useView((view) => view.railFolded);
  const foldRail = useView((view) => view.foldRail);
  const [path] = useLocation();
  const { data: status } = useRoute('desk.status', {});
  const { data: sync } = useRoute('sync.status', {});
  const waiting: Partial<Record<RoomName, number>> = {
    partnerships: status?.counts.open_invitations ?? 0,
    sync: sync?.quarantined ?? 0,
  };
  const here = path.split('/')[1] || 'overview';

  return (
    <nav className={`ld-rail${folded ? ' ld-rail--folded' : ''}`} aria-label={t('rail.label')}>
      {ROOM_NAMES.map((name) => {
        const { icon: Icon } = ROOMS[name];
        const count = waiting[name] ?? 0;
        return (
          <Tooltip key={name} title={folded ? t(`rooms.${name}`) : null} placement="right">
            <Link
              href={`/${name}`}
              className={`ld-rail__room${name === here ? ' ld-rail__room--here' : ''}`}
              aria-current={name === here ? 'page' : undefined}
              aria-label={t(`rooms.${name}`)}
              data-room={name}
            >
              <Icon />
              <span className="ld-rail__name">{t(`rooms.${name}`)}</span>
              {count > 0 ? <span className="ld-rail__count">{formatCount(count)}</span> : null}
            </Link>
          </Tooltip>
        );
      })}
      <button
        type="button"
        className="ld-rail__fold"
        onClick={() => foldRail(!folded)}
        aria-label={folded ? t('rail.expand') : t('rail.collapse')}
        aria-expanded={!folded}
      >
        {folded ? <RightOutlined /> : <LeftOutlined />}
        {folded ? null : <span>{t('rail.collapse')}</span>}
      </button>
    </nav>
  );
}
