import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderVersion } from '../../../../shared/contract/order.ts';
import type { Unix } from '../../../../shared/time.ts';
import { Section } from './Section.tsx';
import { VersionCompare } from './VersionCompare.tsx';
import { VersionTimeline } from './VersionTimeline.tsx';

/** Two versions to lay side by side, by their numbers. */
export interface Pair {
  left: number;
  right: number;
}

interface Props {
  /** Newest first. */
  versions: readonly OrderVersion[];
  /** Which of them the page above shows. */
  shown: number | null;
  onLook: (at: Unix | null) => void;
}

/** How it came to be so: every state that was seen, what changed, and the platform's own words. */
export function VersionsSection({ versions, shown, onLook }: Props) {
  const { t } = useTranslation('orders');
  const newest = versions[0];
  const [pair, setPair] = useState<Pair | null>(null);
  const chosen = pair ?? (newest ? { left: versions[1]?.seq ?? newest.seq, right: newest.seq } : null);
  const compare = (next: Pair) => {
    setPair(next);
    document.getElementById(COMPARE_ID)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Section name="versions" title={t('detail.section.versions')}>
      <VersionTimeline versions={versions} shown={shown} onLook={onLook} onCompare={compare} />
      {chosen ? (
        <div id={COMPARE_ID}>
          <VersionCompare versions={versions} pair={chosen} onPair={setPair} />
        </div>
      ) : null}
    </Section>
  );
}

const COMPARE_ID = 'ld-order-compare';
