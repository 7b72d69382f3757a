import type { Context } from '../context.ts';
import type { Handlers } from '../router.ts';
import { addImport } from './add.ts';
import { readInThread } from './import-thread.ts';
import { importList } from './list.ts';
import { withdrawImport } from './withdraw.ts';

type ImportHandlers = Pick<Handlers, Extract<keyof Handlers, `import.${string}`>>;

export function importHandlers(context: Context): ImportHandlers {
  /** Rows of two files would be taken for each other's leavings: the second waits for the first. */
  let before: Promise<unknown> = Promise.resolve();
  return {
    'import.open': async (file) => (await readInThread(context.dataDir, file)).preview,
    'import.add': (file) => {
      const added = before.then(() => addImport(context, file));
      before = added.catch(() => {});
      return added;
    },
    'import.list': () => importList(context.store),
    'import.withdraw': ({ import_id }) => withdrawImport(context, import_id),
  };
}
