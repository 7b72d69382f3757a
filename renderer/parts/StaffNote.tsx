import type { ReactNode } from 'react';
import type { Unix } from '../../shared/time.ts';
import { Instant } from './Instant.tsx';

/** Words of a colleague with who and when; line breaks are kept: `<StaffNote staff="…" at={…}>{note}</StaffNote>`. */
export function StaffNote({ staff, at, children }: { staff: string; at: Unix; children?: ReactNode }) {
  return (
    <div className="ld-note">
      {children}
      <div className="ld-note__by">
        {staff} · <Instant at={at} />
      </div>
    </div>
  );
}
