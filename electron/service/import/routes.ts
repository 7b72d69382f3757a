import type { Context } from '../context.ts';
import type { Handlers } from '../router.ts';
import { addImport } from './add.ts';
import { importList } from './list.ts';
import { openImport } from './open.ts';
import { withdrawImport } from './withdraw.ts';

type ImportHandlers = Pick<Handlers, Extract<keyof Handlers, `import.${string}`>>;

export function importHandlers(context: Context): ImportHandlers {
  return {
    'import.open': async (file) => (await openImport(context.store, file)).preview,
    'import.add': (file) => addImport(context, file),
    'import.list': () => importList(context.store),
    'import.withdraw': ({ import_id }) => withdrawImport(context, import_id),
  };
}
