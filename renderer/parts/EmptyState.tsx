import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

/** Nothing here, and what to do about it: `<EmptyState title="…" text="…" action={<Button …/>} />`. */
export function EmptyState({
  title,
  text,
  action,
  small = false,
  icon,
}: {
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
  small?: boolean;
  icon?: ReactNode;
}) {
  return (
    <div className={`ld-state${small ? ' ld-state--small' : ''}`}>
      {small ? null : <span className="ld-state__icon">{icon ?? <InboxOutlined />}</span>}
      <div className={small ? 'ld-soft' : 'ld-state__title'}>{title}</div>
      {text ? <div className="ld-state__text">{text}</div> : null}
      {action ? <div className="ld-state__actions">{action}</div> : null}
    </div>
  );
}
