import type { ReactNode } from 'react';

export type Tone = 'quiet' | 'ok' | 'warn' | 'bad' | 'info' | 'accent' | 'unknown';

/** A small label: `<Tag tone="warn">将到期</Tag>`. For codes of the platform use the tags of `StatusTag.tsx`. */
export function Tag({ tone = 'quiet', title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={`ld-tag ld-tag--${tone}`} title={title}>
      {children}
    </span>
  );
}
