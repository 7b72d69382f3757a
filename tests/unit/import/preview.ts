import { openImport } from '../../../electron/service/import/open.ts';
import type { ImportPreview } from '../../../shared/contract/import.ts';
import type { TestDesk } from '../../support/desk-context.ts';
import { type SmallCell, smallXlsx } from '../../support/small-xlsx.ts';

export const A = '3701234567890123456';
export const B = '3701234567890123457';
export const C = '3701234567890123999';

type Asked = Omit<Parameters<typeof openImport>[1], 'name' | 'bytes'>;

export async function csvPreview(desk: TestDesk, text: string | Buffer, asked: Asked = {}): Promise<ImportPreview> {
  const bytes = Buffer.from(text as string);
  return (await openImport(desk.store, { name: 'a.csv', bytes, ...asked })).preview;
}

export async function sheetPreview(desk: TestDesk, rows: SmallCell[][], merged: string[] = []): Promise<ImportPreview> {
  const bytes = await smallXlsx({ 明细: rows }, { 明细: merged });
  return (await openImport(desk.store, { name: 'a.xlsx', bytes })).preview;
}

/** Refused rows as `row reason value`. */
export function refusals({ refused }: ImportPreview): string[] {
  return refused.map(({ row, reason, value }) => `${row} ${reason} ${value}`);
}
