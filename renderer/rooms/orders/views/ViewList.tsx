import { CheckOutlined, EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../../../shared/contract/view.ts';
import { dayOf } from '../../../../shared/time.ts';

export type ViewAct = 'overwrite' | 'rename' | 'export' | 'remove';

interface Props {
  views: readonly SavedView[];
  present: SavedView | null;
  onOpen: (view: SavedView) => void;
  onAct: (act: ViewAct, view: SavedView) => void;
}

/** The saved views, one a line; up and down go along them, the dots lead to what else can be done with one. */
export function ViewList({ views, present, onOpen, onAct }: Props) {
  const { t } = useTranslation('views');
  const acts = (view: SavedView) => ({
    items: [
      { key: 'overwrite', label: t('overwrite') },
      { key: 'rename', label: t('rename') },
      { key: 'export', label: t('export_one') },
      { type: 'divider' as const },
      { key: 'remove', label: t('remove'), danger: true },
    ],
    onClick: ({ key }: { key: string }) => onAct(key as ViewAct, view),
  });
  return (
    <ul className="ld-view-list" aria-label={t('list')}>
      {views.map((view) => (
        <li key={view.view_id}>
          <button
            type="button"
            className="ld-view-list__open"
            aria-current={view === present}
            onClick={() => onOpen(view)}
            onKeyDown={alongTheList}
          >
            <CheckOutlined className={view === present ? '' : 'ld-view-list__blank'} />
            <span className="ld-view-list__name" title={view.name}>
              {view.name}
            </span>
            <small className="ld-faint">
              {view.saved_by ? t('by', { staff: view.saved_by, day: dayOf(view.saved_at) }) : dayOf(view.saved_at)}
            </small>
          </button>
          <Dropdown menu={acts(view)} trigger={['click']} placement="bottomRight">
            <Button
              type="text"
              size="small"
              icon={<EllipsisOutlined />}
              aria-label={t('acts', { name: view.name })}
              title={t('acts', { name: view.name })}
            />
          </Dropdown>
        </li>
      ))}
    </ul>
  );
}

function alongTheList(event: KeyboardEvent<HTMLButtonElement>): void {
  const item = event.currentTarget.closest('li');
  const next =
    event.key === 'ArrowDown'
      ? item?.nextElementSibling
      : event.key === 'ArrowUp'
        ? item?.previousElementSibling
        : null;
  if (!next) return;
  event.preventDefault();
  next.querySelector('button')?.focus();
}
