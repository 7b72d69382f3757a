import type { Translation } from '../../../../shared/error-text/translation.ts';
import type { drift as zh } from '../zh/drift.ts';

export const drift: Translation<typeof zh> = {
  explain:
    'Where replies of the platform differ from its documents. Everything is kept as it came and no amount is affected; acknowledge what you have seen.',
  kind: { new: 'New field', missing: 'Missing field', retyped: 'Other type', code: 'Unknown value' },
  sort: 'Kind',
  path: 'Field',
  change: 'Documented → found',
  first: 'First seen',
  last: 'Last seen',
  times: 'Times',
  sample: 'Reply',
  hide: 'Hide',
  acknowledge: 'Acknowledge',
  acknowledge_all: 'Acknowledge all',
  acknowledged: 'Acknowledged by {{staff}}',
  acknowledged_nobody: 'Acknowledged',
  open_only: 'Open',
  all: 'All',
  open_one: '{{count}} finding is open',
  open_other: '{{count}} findings are open',
  empty: 'The replies agree with the documents',
  empty_text: 'New or missing fields, other types and unknown values will be listed here.',
  none_open: 'All acknowledged',
  none_open_text: 'Nothing new has changed.',
};
