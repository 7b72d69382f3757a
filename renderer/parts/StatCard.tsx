import type { ReactNode } from 'react';
import { Link } from 'wouter';

/** One figure; `to` (an address) opens the rows behind it: `<StatCard label="…" value={…} to={addressOf(…)} />`. */
export function StatCard({
  label,
  value,
  hint,
  to,
  tone = 'plain',
}: {
  label: ReactNode;
  value: ReactNode;
  hint?: ReactNode;
  to?: string;
  tone?: 'plain' | 'warn';
}) {
  const body = (
    <>
      <span className="ld-stat__label">{label}</span>
      <span className="ld-stat__value">{value}</span>
      {hint ? <span className="ld-stat__hint">{hint}</span> : null}
    </>
  );
  const kind = `ld-stat${tone === 'warn' ? ' ld-stat--warn' : ''}`;
  return to ? (
    <Link href={to} className={kind}>
      {body}
    </Link>
  ) : (
    <div className={kind}>{body}</div>
  );
}
