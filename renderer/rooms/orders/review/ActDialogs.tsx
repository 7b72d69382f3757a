import type { OrderRow } from '../../../../shared/contract/order.ts';
import type { ReviewAction, ReviewDone, ReviewTarget } from '../../../../shared/contract/review.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { TagDialog } from './TagDialog.tsx';
import type { ReviewActs } from './use-review-acts.tsx';

/** What is being asked about. */
export interface ActAsked {
  act: ReviewAction | 'note' | 'tag';
  target: ReviewTarget;
  rows: OrderRow[];
  /** How many rows it is, in words. */
  count: string;
}

/** The dialog of an act; it closes when the act is done, and stays with what was typed when it failed. */
export function ActDialogs({
  asked,
  acts,
  onDone,
  onClose,
}: {
  asked: ActAsked | null;
  acts: ReviewActs;
  onDone?: (asked: ActAsked, done: ReviewDone) => void;
  onClose: () => void;
}) {
  if (!asked) return null;
  const { act, target, rows, count } = asked;
  const after = async (work: Promise<ReviewDone | null>) => {
    const done = await work;
    if (!done) return;
    onClose();
    onDone?.(asked, done);
  };
  const common = { pending: acts.pending, onCancel: onClose };
  if (act === 'note')
    return <NoteDialog {...common} rows={count} onConfirm={(text) => void after(acts.note(target, text))} />;
  if (act === 'tag')
    return (
      <TagDialog
        {...common}
        rows={rows}
        whole={'keys' in target && rows.length === target.keys.length}
        count={count}
        onConfirm={(change) => void after(acts.tag(target, change))}
      />
    );
  return (
    <DecisionDialog
      {...common}
      target={target}
      action={act}
      onConfirm={(decided) => void after(acts.decide(decided))}
    />
  );
}
