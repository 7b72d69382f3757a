import type { ImportedFile } from '../../../shared/contract/import.ts';
import type { Context } from '../context.ts';
import { audit } from '../store/audit.ts';
import { sql } from '../store/sql.ts';
import { importedFile } from './list.ts';

/** Its rows count no longer; they stay, with what was said of them. Of one that is withdrawn already nothing changes. */
export function withdrawImport(context: Context, importId: number): ImportedFile {
  const { store } = context;
  const before = importedFile(store, importId);
  if (before.withdrawn) return before;
  const staff = context.staff();
  const at = context.now();
  store.durably(() => {
    store.run(sql`update import_file set withdrawn_at = ${at}, withdrawn_by = ${staff} where import_id = ${importId}`);
    audit(store, {
      at,
      staff,
      action: 'import.withdraw',
      detail: { import_id: importId, file: before.name, amount_fen: before.amount_fen },
    });
  });
  context.changed('funds');
  return importedFile(store, importId);
}
