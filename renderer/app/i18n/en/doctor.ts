import type { Translation } from '../../../../shared/error-text/translation.ts';
import type { doctor as zh } from '../zh/doctor.ts';

export const doctor: Translation<typeof zh> = {
  run: 'Run the check-up',
  again: 'Run again',
  running: 'Checking',
  copy: 'Copy result',
  title: 'Check-up',
  intro:
    'Looks at credentials, allow-list, clock, permission and quota of each endpoint, the local database and the disk. It only reads, changes nothing and never shows a secret.',
  at: 'Checked {{instant}} (UTC+8)',
  fine: 'All is well',
  found: '{{bad}} to mend, {{warn}} to watch',
  group: { bad: 'To mend', warn: 'To watch', unknown: 'Could not be checked', ok: 'Fine' },
  check: {
    versions: 'Versions',
    data_folder: 'Data folder',
    free_disk: 'Free disk',
    integrity: 'Database integrity',
    audit_chain: 'Audit log',
    closings: 'Closings',
    address: 'Base address',
    credentials: 'Credentials',
    allow_list: 'IP allow-list',
    clock: 'Clock',
    permission: 'Permission',
    quota: 'Quota',
    freshness: 'Freshness',
  },
  copied_title: 'League Desk check-up',
};
