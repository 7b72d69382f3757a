import { resolve } from 'node:path';
import type { ChangedPlace, ReportVerdict } from '../../../shared/contract/report.ts';
import { ownPublicKey } from '../../service/report/proof/report-key.ts';
import { verifyReport } from '../../service/report/verify.ts';
import { readArguments } from '../arguments.ts';
import { print, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';

/**
 * Holds a report or statement against what it says of itself. Needs no data folder; with one, says whether its own key
 * signed the file. Exit 0 untouched, 1 changed.
 */
export async function verify(argv: string[]): Promise<number> {
  const args = readArguments(argv, {});
  const [file, ...more] = args.words;
  if (!file || more.length > 0) throw new UsageError('verify FILE');
  const data = args.text('data');
  const verdict = await verifyReport(resolve(file), data === undefined ? null : ownPublicKey(resolve(data)));
  if (args.json) printJson(verdict);
  else for (const line of verdictLines(verdict)) print(line);
  return verdict.verdict === 'untouched' ? 0 : 1;
}

const SIGNATURE: Record<ReportVerdict['signature'], string> = {
  own: '由本机密钥签名',
  other: '签名有效，不是本机的密钥，请与出具方核对密钥指纹',
  none: '没有签名，不能确认由谁出具',
  broken: '签名与内容不符',
};

const WHAT: Record<ChangedPlace['what'], string> = {
  line: '被改动的行',
  line_added: '多出的行',
  line_missing: '少了一行，原在这里',
  total: '合计与明细不符',
  statement: '说明或校验被改动',
  signature: '签名与内容不符，或被去掉了',
};

function verdictLines({ verdict, period, rows, stated, found, signature, key, places }: ReportVerdict): string[] {
  return [
    verdict === 'untouched' ? '未改动' : '已改动',
    `账期 ${period ?? '—'}，${rows} 行`,
    `文件中写的校验 ${stated}`,
    `按明细重算的校验 ${found}`,
    `签名：${SIGNATURE[signature]}${key === null ? '' : `（密钥指纹 ${key}）`}`,
    ...places.map(({ sheet, row, order_id, sku_id, what }) =>
      [
        WHAT[what],
        ...(sheet === null ? [] : [`工作表 ${sheet}`]),
        ...(row === null ? [] : [`第 ${row} 行`]),
        ...(order_id === null ? [] : [`订单 ${order_id}`]),
        ...(sku_id === null ? [] : [`SKU ${sku_id}`]),
      ].join(' '),
    ),
  ];
}
