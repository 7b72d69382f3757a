import { DeskError } from '../../../shared/contract/result.ts';

/** Why a table cannot be read; a stable word for the message. */
export type UnreadableReason =
  | 'too_large'
  | 'too_many_rows'
  | 'zip_bomb'
  | 'encrypted'
  | 'old_excel'
  | 'html'
  | 'not_text'
  | 'no_sheet'
  | 'empty'
  | 'no_such_column'
  | 'broken';

export function unreadable(file: string, reason: UnreadableReason, cause?: unknown): DeskError {
  return new DeskError('file.unreadable', { file, reason }, { cause });
}
