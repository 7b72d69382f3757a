import type { Translation } from './translation.ts';
import type { doctorErrors as zh } from './zh-doctor.ts';

export const doctorErrors: Translation<typeof zh> = {
  doctor: {
    versions: {
      title: 'Program {{program}}, schema {{schema}}, SQLite {{sqlite}}',
      next: '{{runtime}}, {{system}}. Add this line when you report a problem.',
    },
    folder_ok: { title: 'The data folder can be written', next: 'Place: {{folder}}' },
    folder_not_writable: {
      title: 'The data folder cannot be written ({{reason}})',
      next: 'Check the permissions and the disk of {{folder}}; without them a sync stops.',
    },
    disk_ok: { title: '{{free}} free on the disk', next: 'That is enough.' },
    disk_low: { title: 'Little room on the disk: {{free}}', next: 'Free some soon, so that more than 2 GB are left.' },
    disk_nearly_full: {
      title: 'The disk is nearly full: {{free}} left',
      next: 'Free some now, or the sync cannot write.',
    },
    disk_unknown: {
      title: 'The free room of the disk cannot be seen',
      next: 'Make sure yourself that the disk of {{folder}} has more than 2 GB left.',
    },
    store_ok: { title: 'The database is sound', next: 'Every page was checked.' },
    store_damaged: {
      title: 'The database is damaged',
      next: 'Stop working, copy the whole data folder aside, then restore the latest backup.',
    },
    audit_ok: {
      title: 'The log of decisions is whole, {{entries}} entries',
      next: 'Each one follows from the one before.',
    },
    audit_broken: {
      title: 'Entry {{entry_id}} of the log of decisions does not follow from the one before',
      next: 'It may have been changed outside the program. Copy the data folder aside and ask your technician.',
    },
    closings_ok: {
      title: 'Closed periods are as they were closed',
      next: 'The lines of every closing and the chain of closings were checked.',
    },
    closing_broken: {
      title: 'The closing of period {{period}} has been changed',
      next: 'It may have been changed outside the program. Copy the data folder aside, compare it with a backup and ask your technician.',
    },
    books_unchecked: {
      title: 'The database was not checked this time ({{reason}})',
      next: 'Run the check-up again later.',
    },
    address_ok: { title: 'The platform answers', next: 'Base address: {{base_url}}' },
    credentials_ok: { title: 'The credentials are valid', next: 'AppID: {{app_id}}' },
    allow_list_ok: {
      title: "This machine's address may call the platform",
      next: 'After a change of network the allow-list may need the new one.',
    },
    clock_ok: {
      title: "This machine's clock is right",
      next: 'It differs from the platform by {{skew_seconds}} seconds.',
    },
    clock_off: {
      title: "This machine's clock is off by about {{minutes}} minutes",
      next: "Switch on automatic time in the system's settings. Syncs follow the platform's time, the data is not affected.",
    },
    permission_ok: { title: 'Permitted: {{endpoint}}', next: 'It can be called.' },
    permission_missing: {
      title: 'No permission: {{endpoint}}',
      next: "Open Settings › Open information (设置 › 开放信息) in the institution console, make sure that the open capability is enabled and that the AppID is the institution's own; if it stays, apply to the platform for this call.",
    },
    permission_withdrawn: {
      title: 'Disabled by the platform: {{endpoint}}',
      next: 'Look for a notice in the institution console and do what it asks for.',
    },
    permission_unknown: { title: 'No answer: {{endpoint}} ({{reason}})', next: 'Run the check-up again later.' },
    permission_no_calls: {
      title: 'Not checked: {{endpoint}}',
      next: "Today's calls are used up; run the check-up again after midnight (UTC+8).",
    },
    quota_ok: { title: 'Enough calls: {{endpoint}}', next: '{{remain}} of {{daily_limit}} are left today.' },
    quota_low: {
      title: 'Few calls left: {{endpoint}}',
      next: '{{remain}} of {{daily_limit}} are left today. Sync by hand less often, and see whether another program uses the same account.',
    },
    quota_used_up: {
      title: 'Calls used up: {{endpoint}}',
      next: 'They come back at midnight (UTC+8); the platform can reset them a few times a month.',
    },
    quota_unknown: {
      title: 'The platform does not name the limits: {{endpoint}}',
      next: 'The program slows down by itself when the platform refuses.',
    },
    fresh: { title: 'The commission orders are fresh', next: 'Known as of {{hours}} hours ago.' },
    stale: {
      title: 'The commission orders are {{hours}} hours old',
      next: 'Sync now, and see why the automatic sync did not.',
    },
    never_synced: { title: 'There was no whole sync yet', next: 'Sync once.' },
    not_reached: {
      title: 'Not checked: the platform cannot be reached',
      next: 'See to the line about the base address first.',
    },
    not_let_in: {
      title: "Not checked: the platform refuses this machine's address",
      next: 'See to the line about the allow-list first.',
    },
    no_account: {
      title: 'Not checked: the credentials were refused',
      next: 'See to the line about the credentials first.',
    },
    not_checked: {
      title: 'This could not be checked ({{reason}})',
      next: 'Run the check-up again; if it happens once more, give this line to your technician.',
    },
  },
};
