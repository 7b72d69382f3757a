import type { SavedView, ViewColumn, ViewQuestion } from '../../../../shared/contract/view.ts';
import type { Day } from '../../../../shared/time.ts';
import { type OrderQuestion, textOf } from '../address.ts';
import { presetOf, presetRange } from '../date-preset.ts';
import { withConditions } from '../filter/fields.ts';

/** What a saved view asks today: with a preset its days move along. */
export function questionOf({ filter, sort, preset }: ViewQuestion, today: Day): OrderQuestion {
  return { filter: preset ? { ...filter, ...presetRange(preset, today) } : filter, sort };
}

/** The present question as it is saved; `follow`: days that are a preset today are kept as the preset. */
export function viewQuestionOf(
  { filter, sort }: OrderQuestion,
  columns: ViewColumn[] | undefined,
  follow: boolean,
  today: Day,
): ViewQuestion {
  const preset = follow ? presetOf(filter, today) : null;
  return {
    filter: preset ? withConditions(filter, { from: undefined, to: undefined }) : filter,
    sort,
    ...(preset ? { preset } : {}),
    ...(columns ? { columns } : {}),
  };
}

/** The saved view the present question is, whatever the columns. */
export function openView(views: readonly SavedView[], question: OrderQuestion, today: Day): SavedView | null {
  const text = textOf(question);
  return views.find((view) => textOf(questionOf(view.question, today)) === text) ?? null;
}
