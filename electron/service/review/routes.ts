import type { Context } from '../context.ts';
import type { Handlers } from '../router.ts';
import { recentBatches } from './batches.ts';
import { decide, previewDecision } from './decide.ts';
import { setRules } from './hold.ts';
import { addNote, removeNote } from './note.ts';
import { readRules } from './rules.ts';
import { allTags, tagRows } from './tag.ts';
import { undo } from './undo.ts';

type ReviewHandlers = Pick<Handlers, Extract<keyof Handlers, `review.${string}`>>;

export function reviewHandlers(context: Context): ReviewHandlers {
  const { store } = context;
  return {
    'review.preview': (input) => previewDecision(context, input),
    'review.decide': (input) => decide(context, input),
    'review.undo': (input) => undo(context, input),
    'review.note': (input) => addNote(context, input),
    'review.remove_note': (input) => removeNote(context, input),
    'review.tag': (input) => tagRows(context, input),
    'review.tags': () => allTags(store),
    'review.batches': ({ limit }) => recentBatches(store, limit),
    'review.rules': () => readRules(store),
    'review.set_rules': (rules) => setRules(context, rules),
  };
}
