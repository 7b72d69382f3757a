import { type ReactNode, useId } from 'react';

/** Anchors of the drawer, in their order. */
export const SECTIONS = ['money', 'chain', 'facts', 'review', 'versions'] as const;
export type SectionName = (typeof SECTIONS)[number];

export const anchorOf = (name: SectionName) => `ld-order-${name}`;

/** A titled part of the drawer; its heading takes the focus when the part is jumped to. */
export function Section({
  name,
  title,
  extra,
  children,
}: {
  name: SectionName;
  title: string;
  extra?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section id={anchorOf(name)} className="ld-order-section" aria-labelledby={id}>
      <header>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {extra ? <div className="ld-order-section__extra">{extra}</div> : null}
      </header>
      {children}
    </section>
  );
}
