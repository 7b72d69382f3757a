import type { ReactNode } from 'react';
import type { OrderRow, ReviewState } from '../../../../shared/contract/order.ts';
import { COMMISSION_STATUS, ORDER_STATUS } from '../../../../shared/status.ts';
import { Tag, type Tone } from '../../../parts/Tag.tsx';
import { ABSENT } from './cells.tsx';
import type { RowWords } from './use-row-words.ts';

// In a table of thousands most rows are ordinary: only what asks for a look has a colour of its own.
const COMMISSION: Record<number, Tone> = {
  [COMMISSION_STATUS.unsettled]: 'warn',
  [COMMISSION_STATUS.settled]: 'ok',
  [COMMISSION_STATUS.cancelled]: 'bad',
};
const ORDER: Record<number, Tone> = {
  [ORDER_STATUS.pending_payment]: 'quiet',
  [ORDER_STATUS.gift_pending]: 'quiet',
  [ORDER_STATUS.to_use]: 'info',
  [ORDER_STATUS.to_ship]: 'info',
  [ORDER_STATUS.partly_shipped]: 'info',
  [ORDER_STATUS.to_receive]: 'info',
  [ORDER_STATUS.completed]: 'ok',
  [ORDER_STATUS.refunded]: 'bad',
  [ORDER_STATUS.cancelled_unpaid]: 'quiet',
};
const REVIEW: Record<ReviewState, Tone> = {
  open: 'quiet',
  proposed: 'info',
  approved: 'ok',
  held: 'warn',
  excluded: 'bad',
};

export function channelTag(row: OrderRow, words: RowWords): ReactNode {
  const tone = row.channel === 'promoter' ? 'accent' : row.channel === 'talent' ? 'quiet' : 'unknown';
  return <Tag tone={tone}>{words.channel(row)}</Tag>;
}

export function commissionTag(row: OrderRow, words: RowWords): ReactNode {
  const word = words.commissionStatus(row);
  return word === null ? ABSENT : <Tag tone={COMMISSION[row.commission_status!] ?? 'unknown'}>{word}</Tag>;
}

export function orderTag(row: OrderRow, words: RowWords): ReactNode {
  const word = words.orderStatus(row);
  return word === null ? ABSENT : <Tag tone={ORDER[row.order_status!] ?? 'unknown'}>{word}</Tag>;
}

/** The state of review, with its reason in the title. */
export function reviewTag(row: OrderRow, words: RowWords): ReactNode {
  const reason = words.reason(row);
  return (
    <Tag tone={REVIEW[row.review_state]} {...(reason ? { title: reason } : {})}>
      {words.review(row)}
    </Tag>
  );
}
