import type { Context } from '../context.ts';
import type { Handlers } from '../router.ts';
import { exportViews, importViews } from './hand-over.ts';
import { listViews, removeView, saveView } from './saved.ts';

type ViewHandlers = Pick<Handlers, Extract<keyof Handlers, `view.${string}`>>;

export function viewHandlers(context: Context): ViewHandlers {
  return {
    'view.list': () => listViews(context.store),
    'view.save': (input) => saveView(context, input),
    'view.remove': ({ view_id }) => removeView(context, view_id),
    'view.export': (input) => exportViews(context, input),
    'view.import': (input) => importViews(context, input),
  };
}
