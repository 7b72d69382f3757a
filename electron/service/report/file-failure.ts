import { DeskError } from '../../../shared/contract/result.ts';

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** What the file system says while writing, in the codes that staff get an explanation for. */
export function writeFailure(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (error instanceof DeskError || code === null || !/^E[A-Z]+$/.test(code)) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DeskError('store.disk_full', { file }, { cause: error });
  return new DeskError('file.unwritable', { file, reason: code }, { cause: error });
}

/** The same while reading, where a file that is broken inside counts too; mistakes of the program stay what they are. */
export function readFailure(error: unknown, file: string): unknown {
  if (error instanceof DeskError || error instanceof TypeError || error instanceof ReferenceError) return error;
  const reason = codeOf(error) ?? (error instanceof Error ? error.message : String(error));
  return new DeskError('file.unreadable', { file, reason }, { cause: error });
}
