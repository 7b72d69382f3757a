import type { ReactNode } from 'react';

/**
 * Frame of a room: a header and the rest. `fill` gives the body the window's height without scrolling, for rooms
 * whose table scrolls itself.
 */
export function Room({ header, fill = false, children }: { header: ReactNode; fill?: boolean; children: ReactNode }) {
  return (
    <section className="ld-room">
      {header}
      <div className={`ld-room__body${fill ? ' ld-room__body--fill' : ''}`}>{children}</div>
    </section>
  );
}
