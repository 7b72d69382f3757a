import type { Translation } from '../../../../shared/error-text/translation.ts';
import type { what_if as zh } from '../zh/what_if.ts';

export const what_if: Translation<typeof zh> = {
  title: 'What if, {{period}}',
  intro:
    'Change a few splits and see what the month would be. Closed months are replayed from their frozen lines, open ones from the orders as they stand; nothing is written.',
  promoter: 'Promoter',
  product: 'Product',
  ratio: 'Rate',
  everyone: 'Every promoter',
  every_product: 'Every product',
  twice: 'A line above has the same scope',
  add: 'One more',
  remove: 'Remove this line',
  pays_all: 'The institution pays every promoter, those the platform pays now too',
  run: 'Replay',
  running: 'Replaying…',
  cancelled: 'Stopped',
  empty: 'Enter at least one rate, or let the institution pay, then replay.',
  imagined_only: 'Imagined only',
  of_closed: 'From {{rows}} frozen sale lines',
  of_open: 'From {{rows}} sales as they stand; the month is open',
  see_orders: 'See these orders',
  real: 'Real',
  imagined: 'Imagined',
  difference: 'Difference',
  figure: {
    service_amount_fen: 'Net fee',
    promoter_platform_fen: 'Platform to promoters',
    promoter_owed_fen: 'Owed to promoters',
    net_fen: 'Institution’s net',
  },
  without_rule:
    'In the imagined month {{imagined}} rows are paid by the institution without a rule and count as 0 (in the real one: {{real}}).',
  changed: '{{rows}} rows would have other amounts, of {{promoters}} promoters',
  promoters: 'Promoters who would get another amount',
  rows: 'Orders',
  nobody: 'Nobody would get another amount',
};
