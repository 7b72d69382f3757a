import type { FormCell, FormRow } from '../xlsx/form-sheet.ts';

export const line = (label: string, value: FormCell, note = ''): FormRow => [
  { kind: 'label', value: label },
  value,
  note ? { kind: 'note', value: note } : null,
];
export const section = (title: string): FormRow => [
  { kind: 'section', value: title },
  { kind: 'section', value: '' },
  { kind: 'section', value: '' },
];
export const text = (value: string): FormCell => ({ kind: 'fact', value });
export const wide = (value: string): FormCell => ({ kind: 'wide', value });
export const count = (value: number): FormCell => ({ kind: 'count', value });
export const money = (value: number): FormCell => ({ kind: 'money', value });
export const instant = (value: number | null): FormCell =>
  value === null ? { kind: 'fact', value: '尚未同步' } : { kind: 'instant', value };

/** Widths of the columns of a form, in characters. */
export const FORM_WIDTHS = [26, 26, 90];
