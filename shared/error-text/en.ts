import { doctorErrors } from './en-doctor.ts';
import { settlementErrors } from './en-settlement.ts';
import { stagingErrors } from './en-staging.ts';
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
    no_stock: { title: 'The product has no stock', next: 'List it after restocking and a sync of the products.' },
  },
  promoter: {
    unknown: { title: 'This promoter is not known', next: 'Sync the promoters and try again.' },
    not_bound: {
      title: 'The promoter is no longer bound to the institution',
      next: 'Have them bind again, sync the promoters, then retry these rows.',
    },
    pays_itself: {
      title: 'The institution pays this promoter itself',
      next: "The platform sets no ratio here, use the institution's own split rule.",
    },
  },
  poster: {
    no_code: {
      title: 'The platform gave neither code nor link for this promoter',
      next: 'Fetch the material again in Listings, or choose another product.',
    },
    not_drawn: { title: 'The poster was not drawn: {{reason}}', next: "Check the product's picture and try again." },
    window_gone: {
      title: 'The window that draws posters does not answer',
      next: 'No file was written. Try again; if it stays, start the program again.',
    },
    too_many: {
      title: 'At most {{most}} posters at a time, these are {{count}}',
      next: 'Choose fewer promoters or products and make them in parts.',
    },
    banned_word: {
      title: 'The benefit “{{word}}” must not be used in advertisements',
      next: 'Change it and try again.',
    },
    running: { title: 'A batch of posters is being made', next: 'Wait for its end, or cancel it first.' },
    not_a_png: { title: 'The poster was not drawn', next: 'Save it once more; if it stays, start the program again.' },
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
  ...settlementErrors,
  ...stagingErrors,
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
  ...doctorErrors,
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
