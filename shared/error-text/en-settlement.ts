import type { Translation } from './translation.ts';
import type { settlementErrors as zh } from './zh-settlement.ts';

export const settlementErrors: Translation<typeof zh> = {
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
};
