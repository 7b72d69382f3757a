import type { Translation } from './translation.ts';
import type { errors as zh } from './zh.ts';

export const errors: Translation<typeof zh> = {
  input: { invalid: { title: 'The input is not valid', next: 'Check the marked fields and try again.' } },
  route: {
    unknown: {
      title: 'Two parts of the program differ in version',
      next: 'Quit and start the program again; if it stays, reinstall it.',
    },
  },
  service: {
    internal: {
      title: 'The local service met an unexpected error',
      next: 'No data was lost. Try again; if it happens once more, give the log to your technician.',
    },
    crashed: {
      title: 'The local service stopped several times',
      next: 'Saved data is safe. Choose “Restart the service”; if it stays, give the log to your technician.',
    },
    gone: {
      title: 'The local service is not available',
      next: 'It is being restarted by itself, try again in a few seconds.',
    },
  },
  store: {
    newer: {
      title: 'The local data comes from a newer program',
      next: 'Install the newest version and open it again. This version leaves the data untouched.',
    },
    corrupt: {
      title: 'The local data file is damaged',
      next: 'Copy the whole data folder aside first, then restore the latest backup.',
    },
    locked: {
      title: 'Another program is using the data',
      next: 'Close the other League Desk, or the sync or backup program that holds the data folder, and try again.',
    },
    readonly: {
      title: 'The data folder cannot be written',
      next: "Check the folder's permissions, or move the data to a writable disk.",
    },
    disk_full: {
      title: 'The disk is full',
      next: 'Free at least 1 GB and try again. Nothing that was saved is lost.',
    },
    disk_low: {
      title: 'The disk is nearly full',
      next: 'Free at least 1 GB; nothing is synced by itself until then. Nothing that was saved is lost.',
    },
    unopened: {
      title: 'There is no data to open here',
      next: 'Check the data folder and that its disk is connected; a new folder needs a first sync.',
    },
  },
  credentials: {
    missing: { title: 'No institution credentials yet', next: 'Enter AppID and AppSecret in Settings.' },
    other_institution: {
      title: 'This data folder belongs to another institution',
      next: 'Check the AppID; another institution needs a data folder of its own, so that books never mix.',
    },
  },
  network: {
    unreachable: {
      title: 'The platform cannot be reached',
      next: 'Check network, proxy and base address. Synced data stays available.',
    },
    timeout: {
      title: 'The platform did not answer in time',
      next: 'Try again later; if it happens often, check network or proxy.',
    },
    not_json: {
      title: 'The answer did not come from the platform',
      next: 'Often a network that wants a login, or a wrong base address: check with a browser and in Settings.',
    },
    bad_address: { title: 'The base address is not valid', next: 'Correct it in Settings.' },
    http: {
      title: 'Something in between answered HTTP {{status}}',
      next: 'Check proxy and base address, then try again.',
    },
  },
  sync: {
    running: { title: 'A sync is running', next: 'Wait until it ends, or stop it first.' },
    no_progress: {
      title: 'The sync made no progress',
      next: 'The platform kept giving the same page, so it was stopped. Sync again later.',
    },
  },
  job: {
    unknown: { title: 'The job ended with the local service', next: 'Saved data is safe. Start the job again.' },
    cancelled: { title: 'The job was stopped', next: 'Start it again when needed.' },
  },
  partnership: {
    unknown: { title: 'This shop is not known', next: 'Sync the shops and try again.' },
    not_open: { title: 'The invitation is no longer open', next: 'Sync the shops to see its newest state.' },
    console_needed: {
      title: "To be done in the platform's console",
      next: 'Open the institution console and decide there; the next sync verifies it.',
    },
    unverified: {
      title: 'The platform took the request but does not show the new state yet',
      next: 'Sync the shops in a while to verify it.',
    },
  },
  product: { unknown: { title: 'This product is not known', next: 'Sync the products and try again.' } },
  listing: {
    unknown: { title: 'The product is not on the shelf', next: 'Reload the listings.' },
    split_out_of_range: { title: 'The split is out of range', next: 'The platform allows 10% to 100%.' },
    split_unverified: {
      title: 'The platform took the split but shows another one',
      next: "Set it again; if it stays, look at the promoter in the platform's console.",
    },
    not_promotable: {
      title: 'The product cannot be promoted now',
      next: 'Look at the dates of its plan and its state.',
    },
  },
  promoter: {
    unknown: { title: 'This promoter is not known', next: 'Sync the promoters and try again.' },
    pays_itself: {
      title: 'The institution pays this promoter itself',
      next: "The platform sets no ratio here, use the institution's own split rule.",
    },
  },
  order: {
    unknown: {
      title: 'This commission order is not known',
      next: 'Check the order id; new orders need a sync first.',
    },
    question_superseded: {
      title: 'A newer question took the place of this one',
      next: 'Look at the newest answer; ask again when needed.',
    },
  },
  view: {
    unknown: {
      title: 'This view is no longer there',
      next: 'A colleague may have removed it; save the present question as a new one if you need it.',
    },
    name_taken: { title: 'A view of this name exists', next: 'Choose another name, or overwrite that view.' },
    file_unreadable: {
      title: 'No views can be read from this file',
      next: 'Choose an .ldviews file written by “Export views”; nothing was changed.',
    },
  },
  review: {
    reason_missing: {
      title: 'No reason was chosen',
      next: 'A hold and an exclusion each need one of their own reasons.',
    },
    staff_missing: {
      title: 'Nobody knows who is reviewing',
      next: 'The two-person rule has to tell two people apart: enter your name in “Settings” first.',
    },
    nothing_to_undo: {
      title: 'There is nothing to undo',
      next: 'Your steps are all taken back; those of colleagues are undone one by one in “Recent steps”.',
    },
    later_decision: {
      title: '{{rows}} of these rows were decided on again later',
      next: 'Undo those later steps first, in “Recent steps”.',
    },
  },
  period: {
    open: {
      title: 'The period is not closed',
      next: 'This step is for closed periods only; close it first.',
    },
    checks_open: {
      title: 'Checks are still open: {{checks}}',
      next: 'Deal with each of them, or confirm when closing that you have seen them.',
    },
    later_closed: {
      title: 'Period {{later}} already holds corrections of this one',
      next: 'Reopen {{later}} first, then {{period}}.',
    },
    invalid: { title: 'This is no period', next: 'Choose a month.' },
    closed: {
      title: 'The period is closed',
      next: 'A closed period never changes; what is new goes to the next one.',
    },
    not_read: {
      title: 'The commission orders of this month are not all read yet',
      next: 'Sync past the end of the month before closing it, so that nothing settled is left out.',
    },
    not_over: { title: 'The month is not over yet', next: 'A period can be closed once its month has ended.' },
  },
  rule: {
    unknown: { title: 'There is no such rule', next: 'Refresh the list of rules and try again.' },
    overlaps: {
      title: 'Its days overlap those of rule #{{rule_id}} of the same scope ({{days}})',
      next: 'One scope has one rule a day: let one of the two end the day before the other begins, or change the days.',
    },
    one_level_only: {
      title: 'One level only: the share goes to the promoter who sold',
      next: 'The platform forbids levels, teams and rewards for recruiting and removes institutions that have them, so rules that give a share to anybody else are not taken. Set the share of the promoter who sells.',
    },
    days_reversed: {
      title: 'The last day, {{to_day}}, is before the first, {{from_day}}',
      next: 'Change the days; to drop the rule as a whole, withdraw it.',
    },
    band_empty: {
      title: 'The upper end of the band is not above its lower end',
      next: 'The upper end is not part of the band: enter a higher amount, or leave it empty for no end.',
    },
    bands_overlap: {
      title: 'Its band overlaps that of rule #{{rule_id}} ({{days}})',
      next: 'Bands of one day must not overlap: change the band, or end or withdraw the other one first.',
    },
    withdrawn: {
      title: 'This rule was withdrawn',
      next: 'A withdrawn rule stays as it is; add another one when you need it.',
    },
  },
  payee: {
    unknown: { title: 'There is no such payee', next: 'Refresh the list of payees and try again.' },
    period_closed: {
      title: '{{closed}} is closed, so the payee can no longer be changed there',
      next: 'Change it from a later month on that is not closed; closed months stay with the payee they were booked for.',
    },
    no_account: { title: 'This payee has no account of this kind', next: 'Enter the account first.' },
    sealed: {
      title: 'The account cannot be opened: its key is not on this computer, or the account was changed',
      next: 'Put the original payout.key (from `keys` in the earlier data folder) into {{folder}}, if need be as payout-old.key; if it is lost, enter the account again. The sealed data is kept.',
    },
  },
  write_off: {
    more_than_debt: {
      title: 'More than the debt cannot be written off',
      next: 'Up to {{period}} a debt of {{debt}} yuan is not netted yet: enter no more than that.',
    },
  },
  payout: {
    unknown: { title: 'There is no such payout batch', next: 'Refresh the list and try again.' },
    staff_missing: {
      title: 'It is not known who does this',
      next: 'Payouts and accounts need a name: enter yours in Settings first.',
    },
    nothing_payable: {
      title: 'Nobody can be paid',
      next: '{{no_account}} payees have a balance but no account of this kind: enter it first. The others are below the minimum, negative or in another batch.',
    },
    second_person: {
      title: 'Nobody approves their own batch',
      next: 'This one was drafted by {{made_by}}. Let a colleague enter their name in Settings and approve it.',
    },
    not_draft: { title: 'This batch is no longer a draft', next: 'Refresh the list to see where it stands.' },
    not_approved: {
      title: 'This batch is not ready for payment',
      next: 'Only an approved batch that is not cancelled can be exported and take results.',
    },
    balance_changed: {
      title: 'Balances fell since the draft: {{first}}, {{payees}} payees in all',
      next: 'Cancel this batch and draft anew from the present balances.',
    },
    account_changed: {
      title: 'Accounts were changed since the draft: {{first}}, {{payees}} payees in all',
      next: 'Check the accounts with whoever changed them, then cancel this batch and draft anew.',
    },
    cancelled: { title: 'This batch is cancelled', next: 'Draft a new one to pay.' },
    has_results: {
      title: '{{done}} payments have results, so it cannot be cancelled',
      next: 'Record what was not paid as failed and retry it in a new batch.',
    },
    more_than_drafted: {
      title: 'More was paid than the batch says',
      next: 'Check the amount; what was overpaid has to be settled outside of the program.',
    },
    retried: {
      title: 'This payment is tried again in batch {{retried_by}}',
      next: 'Record the result in batch {{retried_by}}.',
    },
    nothing_to_retry: {
      title: 'There is nothing to retry',
      next: 'What failed is already in another batch, or no longer owed, or has no account. Check balances and accounts.',
    },
    not_a_result: {
      title: 'This is no file of payment results',
      next: "It needs a row of headings with the account (or payee and amount) and with the status or the amount paid. Use the bank's or platform's result file.",
    },
  },
  feed: {
    no_target: {
      title: 'No target for the shelf feed yet',
      next: 'Choose a folder or an HTTPS address in Settings.',
    },
    bad_target: {
      title: 'The target of the shelf feed cannot be used',
      next: 'Check the folder or address in Settings.',
    },
    refused: {
      title: 'The other server refused the shelf feed',
      next: 'Check address and secret with the people behind your mini program.',
    },
  },
  report: {
    recipient_unknown: {
      title: 'There is no statement of {{period}} for this recipient',
      next: 'Check month, scope and id. Whoever has neither orders nor a balance gets no statement.',
    },
    pack_incomplete: {
      title: 'The pack is incomplete and was not written: {{missing}} missing',
      next: 'Everybody of the month must have a statement, and all of them must add up to the month. Check the month and try again; if it stays, hand the log to a technician.',
    },
    template_unknown: {
      title: 'There is no such template',
      next: 'It may have been removed. Reload and choose again.',
    },
    template_columns: {
      title: 'The columns of the template do not fit (not allowed: {{unknown}}; needed: {{missing}})',
      next: 'Take out what is not allowed and add what is needed. A column can stand there only once.',
    },
    schedule_unknown: { title: 'There is no such plan', next: 'It may have been removed. Reload and try again.' },
    key_broken: {
      title: 'The key that signs reports cannot be read',
      next: 'It is never overwritten. Restore {{file}} from a backup; without one, move it elsewhere: the next report makes a new key, whose fingerprint recipients should be told.',
    },
  },
  import: {
    no_order_column: {
      title: 'No column looks like order numbers',
      next: 'Choose the column of order numbers under “Columns”; without them nothing can be matched.',
    },
    no_flow_column: {
      title: 'No column looks like flow numbers',
      next: 'Flows are told apart by their number: choose its column. A file that lists commission by order is of the other kind.',
    },
    no_amount_column: {
      title: 'No column looks like amounts',
      next: 'Choose the column of the amount to compare under “Columns”.',
    },
    nothing_read: {
      title: 'Not one row of the file can be matched',
      next: 'Check the columns and the reasons under “Rows left out”. Where order numbers became 3.7E+18 in a spreadsheet, export the file again.',
    },
    known: {
      title: 'This file was imported before',
      next: 'The same content never counts twice. To import it again, withdraw the earlier one first.',
    },
    unknown: { title: 'There is no such imported file', next: 'Reload the list and try again.' },
  },
  file: {
    unwritable: {
      title: 'The file cannot be written',
      next: 'Close the program that has it open, or choose another folder.',
    },
    unreadable: {
      title: 'The file cannot be read',
      next: 'Make sure it exists and may be read; save a table as .xlsx or .csv without a password.',
    },
    not_a_report: {
      title: 'This is not a report of League Desk',
      next: 'Choose an xlsx, csv or pdf file of a report or statement; a csv for programs needs its json file beside it.',
    },
  },
  reply: {
    unreadable: {
      title: 'The detail could not be understood and is kept as it came',
      next: 'It is tried again; if it stays so, tell us: the reply stands in the schema report.',
    },
    lags_behind: {
      title: 'The detail is older than what the list says',
      next: 'It is read again until it has caught up.',
    },
  },
  platform: {
    '-1': { title: 'The platform is busy (-1)', next: 'It was retried already, try again in a few minutes.' },
    '40001': {
      title: 'The AppSecret is wrong (40001)',
      next: 'Enter it again in Settings. After a reset the old one is void at once.',
    },
    '40013': { title: 'The AppID is wrong (40013)', next: 'Check it in Settings (it begins with wx).' },
    '40125': {
      title: 'The AppSecret is invalid (40125)',
      next: 'Copy the whole AppSecret from the console and enter it in Settings.',
    },
    '40164': {
      title: "This machine's IP is not on the whitelist (40164)",
      next: "Add this machine's address {{address}} to the allow-list in the platform's console and try again after some minutes.",
    },
    '40243': {
      title: 'The AppSecret is frozen (40243)',
      next: "Unfreeze it in the platform's console, then sync again.",
    },
    '48001': {
      title: 'No permission for this call (48001)',
      next: "Apply for it in the platform's console, or do it there by hand.",
    },
    '45009': {
      title: "Today's calls are used up (45009)",
      next: 'They come back at midnight. Synced data stays available.',
    },
    '45035': {
      title: "This machine's IP is not on the whitelist (45035)",
      next: "Add this machine's public address to the allow-list in the platform's console and try again after some minutes.",
    },
    '61004': {
      title: "This machine's IP is not on the whitelist (61004)",
      next: "Add this machine's public address to the allow-list in the platform's console and try again after some minutes.",
    },
    '45011': { title: 'Too many calls at once (45011)', next: 'The program slows down and retries by itself.' },
    '10024006': {
      title: 'No detail from the platform for now (10024006)',
      next: 'Most come within hours. It is tried again by itself; “Quarantine” in Sync tries it at once.',
    },
    '10071049': {
      title: "The institution's promoter function is switched off (10071049)",
      next: "Switch it on in the platform's console. Until then live notices and promotion material cannot be read; everything else syncs as usual.",
    },
    other: {
      title: 'The platform answered error {{errcode}}',
      next: "Try again later; if it stays, look the code up in the platform's documents.",
    },
  },
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
  address: {
    refused: {
      title: 'The program does not open this address',
      next: "For safety it opens the platform's own pages only.",
    },
  },
  path: {
    refused: {
      title: 'The program does not open this place',
      next: 'It opens folders you chose in a dialog and files of the data folder only.',
    },
  },
  institution: {
    unknown: { title: 'This institution is not known', next: 'Restart the program and choose again.' },
  },
  settings: {
    unwritable: { title: 'The settings cannot be saved', next: "Check disk space and the data folder's permissions." },
  },
  sandbox: {
    failed: {
      title: 'The demo platform did not start',
      next: 'Restart the program; if it stays, check whether security software blocks local connections.',
    },
  },
  other: {
    title: 'An unknown error',
    next: 'Try again; if it happens once more, give the code to your technician.',
  },
};
