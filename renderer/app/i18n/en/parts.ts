import type { Translation } from '../../../../shared/error-text/translation.ts';
import type { parts as zh } from '../zh/parts.ts';

export const parts: Translation<typeof zh> = {
  copy: 'Copy',
  copied: 'Copied',
  retry: 'Try again',
  cancel: 'Cancel',
  cancelling: 'Stopping…',
  error_code: 'Code {{code}}',
  empty: 'No data',
  loading: 'Reading…',
  rows_one: '{{count}} row',
  rows_other: '{{count}} rows',
  selected_other: '{{count}} selected',
  clear_selection: 'Clear selection',
  select_row: 'Select this row',
  select_loaded: 'Select all loaded rows',
  columns: 'Columns',
  columns_reset: 'Back to default',
  search: 'Search',
  estimated_hint: 'The commission is not settled yet, the amount may change',
  beijing_time: 'Beijing time (UTC+8)',
  no_value: 'Not given by the platform',
  not_seen_since: 'No longer answered by the platform since {{instant}}',
};
