import type { Translation } from '../../../../shared/error-text/translation.ts';
import type { words as zh } from '../zh/words.ts';

export const words: Translation<typeof zh> = {
  unknown_code: 'Unknown {{code}}',
  none: '—',
  order_status: {
    '10': 'Unpaid',
    '12': 'Gift pending',
    '17': 'To use',
    '20': 'To ship',
    '21': 'Part shipped',
    '30': 'To receive',
    '100': 'Completed',
    '200': 'Refunded',
    '250': 'Cancelled',
  },
  commission_status: { '20': 'Unsettled', '100': 'Settled', '200': 'Cancelled' },
  partnership_status: { '1': 'Invited', '2': 'Accepted', '3': 'Refused', '4': 'Withdrawn', '5': 'Ended' },
  plan_status: { '1': 'Live', '2': 'Delisted', '5': 'Cleared out' },
  product_status: { '5': 'On sale' },
  plan_type: { '1': 'Shop targeted', '2': 'Shop public', '3': 'Inst. targeted', '4': 'Inst. public' },
  channel: { promoter: 'Promoter', talent: 'Talent', unknown: 'Unknown ({{code}})' },
  payer: { '0': 'Platform', '1': 'Institution' },
  account_type: { '1': 'Channels', '4': 'Official account', '5': 'Service account' },
  resource: {
    shops: 'Shops',
    promoters: 'Promoters',
    orders: 'Orders',
    products: 'Products',
    funds: 'Funds',
    live_notices: 'Live notices',
  },
  sync_trigger: { staff: 'By hand', schedule: 'Schedule', start: 'Start', wake: 'Wake-up', online: 'Back online' },
  job_state: { running: 'Running', done: 'Done', failed: 'Failed', cancelled: 'Stopped', interrupted: 'Interrupted' },
  unnamed_shop: 'Unnamed shop',
  unnamed_promoter: 'Unnamed promoter',
};
