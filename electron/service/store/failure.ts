import { DeskError } from '../../../shared/contract/result.ts';

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Turns what SQLite and the file system say into the codes that staff get an explanation for. */
export function storeFailure(error: unknown, file: string): unknown {
  if (error instanceof DeskError) return error;
  const code = codeOf(error);
  const params = { file, reason: error instanceof Error ? error.message : String(error) };
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new DeskError('store.corrupt', params, { cause: error });
  if (/^SQLITE_(FULL|IOERR_WRITE)/.test(code) || code === 'ENOSPC')
    return new DeskError('store.disk_full', params, { cause: error });
  if (
    /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code) ||
    ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code)
  )
    return new DeskError('store.readonly', params, { cause: error });
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new DeskError('store.locked', params, { cause: error });
  return error;
}
