import type { ReactNode } from 'react';

/** Head of a room: `<RoomHeader title="…" sub="1,204 行" actions={<Button …/>} />`. */
export function RoomHeader({ title, sub, actions }: { title: ReactNode; sub?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="ld-room__header">
      <h1 className="ld-room__title">{title}</h1>
      {sub ? <div className="ld-room__sub">{sub}</div> : null}
      {actions ? <div className="ld-room__actions">{actions}</div> : null}
    </header>
  );
}
