import { documentTitle, RECIPIENT_WORD, stateWord } from '../document/words.ts';
import type { Draft } from '../proof/draft.ts';
import { MARGIN, type PageFrame } from './flow.ts';
import { COLOUR } from './pen.ts';

/** Head and foot of every page, and the warning across it while figures may change. */
export function pageFrame(draft: Draft, { width, height }: { width: number; height: number }): PageFrame {
  const [left, right] = [MARGIN.side, width - MARGIN.side];
  const { institution, recipient, scope, hash } = draft;
  const whom = scope === 'institution' ? institution.name : `${RECIPIENT_WORD[scope]} ${recipient.name}`;
  return {
    draw(pen, page, pages) {
      if (draft.state !== 'closed')
        pen.across(width / 2, height / 2, '未关账 数字可能变化', Math.min(width, height) / 12, COLOUR.watermark);
      if (page > 1) {
        pen.text(left, 26, documentTitle(draft), { size: 8, weight: 'bold', colour: COLOUR.accent });
        pen.text(right, 26, `${whom}　${stateWord(draft)}`, {
          size: 7,
          colour: COLOUR.soft,
          align: 'right',
          width: (right - left) / 2,
        });
        pen.line(left, 31, right, COLOUR.line);
      }
      const foot = height - 24;
      const third = (right - left) / 3;
      pen.line(left, foot - 11, right, COLOUR.line);
      pen.text(left, foot, [institution.name, recipient.name, draft.period].filter(unique).join(' · '), {
        size: 6.5,
        colour: COLOUR.soft,
        width: third,
      });
      pen.text(width / 2, foot, `校验值 ${hash.slice(0, 16)}`, { size: 6.5, colour: COLOUR.soft, align: 'center' });
      pen.text(right, foot, `第 ${page} 页 / 共 ${pages} 页`, { size: 6.5, colour: COLOUR.soft, align: 'right' });
    },
  };
}

function unique(text: string, at: number, all: readonly string[]): boolean {
  return text !== '' && all.indexOf(text) === at;
}
