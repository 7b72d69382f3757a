import type { ReactNode } from 'react';

/** A titled box: `<Panel title="…" extra={…}>…</Panel>`; `flush` lets a list touch its edges. */
export function Panel({
  title,
  extra,
  flush = false,
  children,
}: {
  title?: ReactNode;
  extra?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className="ld-panel">
      {title ? (
        <header className="ld-panel__header">
          <h2 className="ld-panel__title">{title}</h2>
          {extra ? <div className="ld-panel__extra">{extra}</div> : null}
        </header>
      ) : null}
      <div className={`ld-panel__body${flush ? ' ld-panel__body--flush' : ''}`}>{children}</div>
    </section>
  );
}
