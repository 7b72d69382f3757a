import type { Draft } from '../proof/draft.ts';
import type { Seal } from '../proof/seal.ts';
import { sealFingerprint } from '../proof/seal.ts';
import type { Flow } from './flow.ts';
import { COLOUR } from './pen.ts';
import { PLACEHOLDER } from './typeface.ts';

const LEADING = 12;

/** How the document is proved, and room for stamp and signature. */
export function drawSealBlock(flow: Flow, draft: Draft, seal: Seal): void {
  const facts: [string, string][] = [
    ['明细校验值', `SHA-256 ${draft.hash}`],
    ['密钥指纹', `${sealFingerprint(seal)}　可与出具机构电话核对`],
    ['公钥', `Ed25519 ${seal.public_key}`],
    ['数字签名', seal.signature],
    ['如何验证', '在程序中选择「校验报告」并选中本文件；任何一处被改动都会指出。'],
    ['说明', `${PLACEHOLDER} 代表字库中没有的字符(如表情符号)，名称过长时以 … 截断，原文见同期的 xlsx 或 csv。`],
  ];
  const box = 62;
  const top = flow.take(24 + facts.length * LEADING + 10 + box);
  const { pen } = flow;
  if (!pen) return;
  pen.text(flow.left, top + 13, '校验与签名', { size: 11, weight: 'bold', colour: COLOUR.accent });
  pen.line(flow.left, top + 20, flow.right, COLOUR.accent, 0.8);
  let y = top + 32;
  for (const [label, value] of facts) {
    pen.text(flow.left, y, label, { size: 7, colour: COLOUR.soft });
    pen.text(flow.left + 56, y, value, { size: 7, width: flow.width - 56 });
    y += LEADING;
  }
  const half = (flow.width - 12) / 2;
  ['出具方(盖章)', '收件方(签字)'].forEach((who, n) => {
    const x = flow.left + n * (half + 12);
    const edge = y - 2;
    pen.line(x, edge, x + half, COLOUR.faint);
    pen.line(x, edge + box - 6, x + half, COLOUR.faint);
    pen.rect(x - 0.25, edge, 0.5, box - 6, COLOUR.faint);
    pen.rect(x + half - 0.25, edge, 0.5, box - 6, COLOUR.faint);
    pen.text(x + 8, edge + 13, who, { size: 7.5, colour: COLOUR.soft });
    pen.text(x + half - 96, edge + box - 14, '日期　　　年　　月　　日', { size: 7, colour: COLOUR.soft });
  });
}
