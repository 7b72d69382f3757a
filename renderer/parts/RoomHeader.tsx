import type { ReactNode } from 'react';
import type { Resource } from '../../shared/contract/sync.ts';
import { KnownLine } from './KnownLine.tsx';

/**
 * Head of a room: `<RoomHeader title="…" sub="1,204 行" known={['orders']} actions={<Button …/>} />`. `known` names
 * the kinds of data the room shows, so that it says up to when they were read.
 */
export function RoomHeader({
  title,
  sub,
  known,
  actions,
}: {
  title: ReactNode;
  sub?: ReactNode;
  known?: readonly Resource[];
  actions?: ReactNode;
}) {
  return (
    <header className="ld-room__header">
      <h1 className="ld-room__title">{title}</h1>
      {sub ? <div className="ld-room__sub">{sub}</div> : null}
      {known ? <KnownLine of={known} /> : null}
      {actions ? <div className="ld-room__actions">{actions}</div> : null}
    </header>
  );
}
