import type { RouteInput } from '../../../../shared/contract/routes.ts';
import { startOfDay } from '../../../../shared/time.ts';

export type AuditQuestion = Pick<RouteInput<'audit.page'>, 'search' | 'staff' | 'action' | 'from' | 'to'>;

/** The question of the address; what makes no sense there is left out. */
export function readAudit(params: URLSearchParams): AuditQuestion {
  const search = params.get('search')?.trim().slice(0, 100);
  const staff = params.get('staff');
  const action = params.get('action');
  const day = (name: string) => {
    const text = params.get(name);
    return text !== null && startOfDay(text) !== null ? text : null;
  };
  const from = day('from');
  const to = day('to');
  return {
    ...(search ? { search } : {}),
    ...(staff === null ? {} : { staff: staff.slice(0, 40) }),
    ...(action ? { action: action.slice(0, 60) } : {}),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}
