import type { PosterOutcome } from '../../../shared/contract/poster.ts';

const HEADS = ['推客', '推客AppID', '商品', '商品ID', '结果', '原因', '文件'];

/** What became of every poster of a batch, as a table that goes with them (UTF-8 with a mark, so that Excel reads it). */
export function outcomeList(outcomes: readonly PosterOutcome[]): Buffer {
  const rows = outcomes.map((one) => [
    one.promoter_name,
    one.promoter_appid,
    one.title,
    `\t${one.product_id}`,
    one.error_code === null ? '已生成' : '未生成',
    one.error_code ?? '',
    one.file ?? '',
  ]);
  const text = [HEADS, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n');
  return Buffer.from(`\ufeff${text}\r\n`);
}

/** Quoted; a text a spreadsheet would take for a formula is kept a text. */
function cell(text: string): string {
  const plain = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
