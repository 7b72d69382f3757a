import { formatFen } from '../../../../shared/money.ts';
import { formatInstant } from '../../../../shared/time.ts';
import type { Draft } from '../proof/draft.ts';
import type { Signer } from '../proof/signature.ts';
import { BALANCE_LINES, CARRIED_WORD, documentTitle, RECIPIENT_WORD, stateNote, stateWord } from './words.ts';

/** A summary for messages and mails: one fact a line, no table. */
export function statementText(draft: Draft, signer: Pick<Signer, 'fingerprint'>): string {
  const { institution, known_as_of, balance, columns } = draft;
  const titles = new Map(columns.map(({ key, title }) => [key, title.replace(/\(元\)$/, '')]));
  const sums = (part: Record<string, number>) =>
    Object.entries(part).map(([key, value]) => {
      if (key === 'rows') return `  佣金单数：${value}`;
      if (key === 'orders') return `  订单数：${value}`;
      return `  ${titles.get(key) ?? key}：${formatFen(value)} 元`;
    });
  return `${[
    documentTitle(draft),
    ...(institution.name ? [`出具机构：${institution.name}`] : []),
    ...recipientLines(draft),
    `状态：${stateWord(draft)}，${stateNote(draft)}`,
    `数据截至：${known_as_of === null ? '尚未同步' : formatInstant(known_as_of)}`,
    ...(balance === null
      ? []
      : [
          '',
          ...BALANCE_LINES.map(([key, label]) => `${label.replace('(元)', '')}：${formatFen(balance[key])} 元`),
          `本期应付：${formatFen(balance.payable_fen)} 元`,
          ...(balance.carried === null ? [] : [CARRIED_WORD[balance.carried]]),
        ]),
    '',
    '已结算',
    ...sums(draft.sums),
    ...((draft.adjustments.rows ?? 0) > 0 ? ['调整与扣回(更正已关账的账期)', ...sums(draft.adjustments)] : []),
    ...((draft.unsettled.rows ?? 0) > 0 ? ['未结算(估算，不计入以上合计)', ...sums(draft.unsettled)] : []),
    '',
    `明细校验值：${draft.hash}`,
    `密钥指纹：${signer.fingerprint}`,
  ].join('\r\n')}\r\n`;
}

function recipientLines({ scope, recipient: { name, id, id_title } }: Draft): string[] {
  if (scope === 'institution') return [];
  const named = `${RECIPIENT_WORD[scope]}：${name}`;
  if (id_title !== undefined) return [named, `${id_title}：${id}`];
  return [id === '' ? named : `${named}（${id}）`];
}
