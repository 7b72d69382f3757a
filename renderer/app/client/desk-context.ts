import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Connection, Desk } from './connection.ts';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside of DeskProvider');
  return desk;
}

export function useConnection(): Connection {
  const desk = useDesk();
  return useSyncExternalStore(
    (changed) => desk.subscribe(changed),
    () => desk.connection,
  );
}
