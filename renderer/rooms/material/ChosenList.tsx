import type { ComponentType } from 'react';
import { PromoterNameById } from '../../parts/choose/names.tsx';
import { formatCount } from '../../parts/index.ts';

const SHOWN = 12;

/** What a batch is made of, by name; of many the first. */
export function ChosenList({
  ids,
  title,
  Name = PromoterNameById,
}: {
  ids: readonly string[];
  title: string;
  Name?: ComponentType<{ id: string }>;
}) {
  return (
    <section>
      <h3>
        {title} <span className="ld-faint">{formatCount(ids.length)}</span>
      </h3>
      <ul>
        {ids.slice(0, SHOWN).map((id) => (
          <li key={id}>
            <Name id={id} />
          </li>
        ))}
        {ids.length > SHOWN ? <li className="ld-faint">…</li> : null}
      </ul>
    </section>
  );
}
