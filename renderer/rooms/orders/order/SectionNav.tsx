import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorOf, SECTIONS, type SectionName } from './Section.tsx';

/** Jumps to the parts of the drawer and says which one is in view. */
export function SectionNav({ versions, notes }: { versions: number; notes: number }) {
  const { t } = useTranslation('orders');
  const { seen, goTo } = useSeenSection();
  const counts: Partial<Record<SectionName, number>> = { versions, review: notes };
  return (
    <nav className="ld-order-nav" aria-label={t('detail.sections')}>
      {SECTIONS.map((name) => (
        <button key={name} type="button" aria-current={seen === name ? 'true' : undefined} onClick={() => goTo(name)}>
          {t(`detail.section.${name}`)}
          {counts[name] ? <span className="ld-order-nav__count">{counts[name]}</span> : null}
        </button>
      ))}
    </nav>
  );
}

const sectionOf = (name: SectionName) => document.getElementById(anchorOf(name));
const scrolledTo = (name: SectionName) => sectionOf(name)?.closest('.ant-drawer-body')?.scrollTop ?? 0;

/**
 * The uppermost section whose heading has not yet gone under the bar. One that was jumped to is the one in view until
 * staff scroll on, also where the end of the page keeps it from the top.
 */
function useSeenSection(): { seen: SectionName; goTo: (name: SectionName) => void } {
  const [seen, setSeen] = useState<SectionName>(SECTIONS[0]);
  const jumped = useRef<{ name: SectionName; to: number } | null>(null);
  const goTo = (name: SectionName) => {
    const section = sectionOf(name);
    section?.scrollIntoView();
    section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    jumped.current = { name, to: scrolledTo(name) };
    setSeen(name);
  };
  useEffect(() => {
    const visible = new Set<string>();
    const watch = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (entry.isIntersecting) visible.add(entry.target.id);
          else visible.delete(entry.target.id);
        }
        if (jumped.current && scrolledTo(jumped.current.name) === jumped.current.to) return;
        jumped.current = null;
        const first = SECTIONS.find((name) => visible.has(anchorOf(name)));
        if (first) setSeen(first);
      },
      // The upper third of the window below the bar: what is read, not what is about to come.
      { rootMargin: '-120px 0px -60% 0px' },
    );
    for (const name of SECTIONS) {
      const section = sectionOf(name);
      if (section) watch.observe(section);
    }
    return () => watch.disconnect();
  }, []);
  return { seen, goTo };
}
