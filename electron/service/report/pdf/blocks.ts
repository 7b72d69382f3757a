import { formatFen } from '../../../../shared/money.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { BALANCE_LINES, CARRIED_WORD, documentTitle, RECIPIENT_WORD, stateNote, stateWord } from '../document/words.ts';
import type { Draft } from '../proof/draft.ts';
import type { Flow } from './flow.ts';
import { COLOUR, type Pen } from './pen.ts';
import { drawQrCode } from './qr-code.ts';

const QR_SIDE = 84;

/** From whom, to whom, of what, and a code that holds what must be compared. */
export function drawHeadBlock(flow: Flow, draft: Draft, fingerprint: string): void {
  const top = flow.take(QR_SIDE + 12);
  const { pen } = flow;
  if (!pen) return;
  const { institution, recipient, scope, period, hash } = draft;
  const width = flow.width - QR_SIDE - 12;
  pen.rect(flow.left, top, 28, 2.4, COLOUR.accent);
  pen.text(flow.left, top + 17, [institution.name, institution.app_id ?? ''].filter(Boolean).join('　'), {
    size: 8.5,
    colour: COLOUR.soft,
    width,
  });
  pen.text(flow.left, top + 43, documentTitle(draft), { size: 21, weight: 'bold', colour: COLOUR.accent, width });
  if (scope !== 'institution') {
    pen.text(flow.left, top + 66, `${RECIPIENT_WORD[scope]}　${recipient.name}`, { size: 12, weight: 'bold', width });
    const { id, id_title = '编号' } = recipient;
    if (id !== '') pen.text(flow.left, top + 79, `${id_title} ${id}`, { size: 7.5, colour: COLOUR.soft, width });
  }
  drawQrCode(pen, [period, scope, hash, fingerprint].join('|'), flow.right - QR_SIDE, top - 6, QR_SIDE);
  pen.text(flow.right - QR_SIDE / 2, top + QR_SIDE, '账期 | 范围 | 校验值 | 密钥指纹', {
    size: 5.5,
    colour: COLOUR.soft,
    align: 'center',
  });
}

export function drawFacts(flow: Flow, draft: Draft): void {
  const top = flow.take(34);
  const { pen } = flow;
  if (!pen) return;
  const { known_as_of, closing } = draft;
  const facts: [label: string, value: string, share: number][] = [
    ['账期', draft.period, 0.14],
    ['状态', stateWord(draft), 0.14],
    ['关账', closing === null ? '—' : stateNote(draft), 0.4],
    ['数据截至', known_as_of === null ? '尚未同步' : formatInstant(known_as_of), 0.22],
    ['金额单位', '人民币元', 0.1],
  ];
  pen.line(flow.left, top, flow.right, COLOUR.line);
  let x = flow.left;
  for (const [label, value, share] of facts) {
    const width = flow.width * share;
    pen.text(x, top + 12, label, { size: 6.5, colour: COLOUR.soft });
    pen.text(x, top + 24, value, { size: 8.5, width: width - 6 });
    x += width;
  }
}

/** While the month is open. */
export function drawWarning(flow: Flow, draft: Draft): void {
  if (draft.state === 'closed') return;
  const top = flow.take(26);
  const { pen } = flow;
  if (!pen) return;
  pen.rect(flow.left, top, flow.width, 19, COLOUR.warning_band);
  pen.rect(flow.left, top, 2.4, 19, COLOUR.warning);
  pen.text(flow.left + 9, top + 12.6, '数字可能变化：账期尚未关账，以关账后出具的结算单为准，请勿据此付款。', {
    size: 8,
    weight: 'bold',
    colour: COLOUR.warning,
  });
}

interface Figure {
  label: string;
  fen: number;
  note: string;
}

/** The few figures everybody looks for, large. */
export function drawFigures(flow: Flow, draft: Draft): void {
  const figures = largeFigures(draft);
  const height = 52;
  const top = flow.take(height + 12);
  const { pen } = flow;
  if (!pen || figures.length === 0) return;
  const gap = 8;
  const width = (flow.width - gap * (figures.length - 1)) / figures.length;
  figures.forEach(({ label, fen, note }, n) => {
    const x = flow.left + n * (width + gap);
    const first = n === 0;
    pen.rect(x, top, width, height, first ? COLOUR.accent : COLOUR.band);
    pen.text(x + 9, top + 14.5, label, { size: 7.5, colour: first ? COLOUR.white : COLOUR.soft, width: width - 18 });
    const text = formatFen(fen);
    const size = Math.min(17, (17 * (width - 18)) / pen.width(text, 17, 'bold'));
    pen.text(x + 9, top + 34, text, {
      size,
      weight: 'bold',
      colour: first ? COLOUR.white : fen < 0 ? COLOUR.negative : COLOUR.ink,
    });
    pen.text(x + 9, top + 45, note, { size: 6, colour: first ? COLOUR.line : COLOUR.soft, width: width - 18 });
  });
}

function largeFigures({ balance, sums, adjustments, columns }: Draft): Figure[] {
  const titles = new Map(columns.map(({ key, title }) => [key, title.replace(/[(（]元[)）]$/, '')]));
  const corrected = (key: string) => {
    const fen = adjustments[key] ?? 0;
    return fen === 0 ? '' : `另有调整与扣回 ${formatFen(fen)}`;
  };
  const shown = (...keys: string[]): Figure[] =>
    keys.flatMap((key) => {
      const fen = sums[key];
      return fen === undefined ? [] : [{ label: titles.get(key) ?? key, fen, note: corrected(key) }];
    });
  if (balance === null)
    return sums.net_fen === undefined && sums.service_amount_fen === undefined
      ? shown('promoter_owed_fen', 'promoter_platform_fen', 'actual_payment_fen')
      : shown('service_amount_fen', 'promoter_owed_fen', 'net_fen', 'actual_payment_fen').slice(0, 4);
  const carried = balance.carried === null ? '' : CARRIED_WORD[balance.carried];
  return [
    { label: '本期应付', fen: balance.payable_fen, note: carried },
    { label: '本期佣金', fen: balance.sales_fen, note: `佣金单 ${sums.rows ?? 0} 张，订单 ${sums.orders ?? 0} 个` },
    { label: '调整与扣回', fen: balance.adjustments_fen, note: `更正 ${adjustments.rows ?? 0} 行` },
    { label: '结余', fen: balance.closing_fen, note: '' },
  ];
}

const ROW = 15;

function blockTitle(pen: Pen, flow: Flow, top: number, title: string, note = ''): void {
  const wide = pen.text(flow.left, top + 13, title, { size: 11, weight: 'bold', colour: COLOUR.accent });
  pen.text(flow.left + wide + 8, top + 13, note, { size: 7, colour: COLOUR.soft });
}

/** How what can be paid comes about. */
export function drawBalance(flow: Flow, { balance }: Draft): void {
  if (balance === null) return;
  const top = flow.take(20 + ROW * (BALANCE_LINES.length + 1) + 14);
  const { pen } = flow;
  if (!pen) return;
  blockTitle(pen, flow, top, '本期结算');
  let y = top + 20;
  pen.line(flow.left, y, flow.right, COLOUR.accent, 0.8);
  const row = (label: string, note: string, fen: number, strong: boolean) => {
    if (strong) pen.rect(flow.left, y, flow.width, ROW, COLOUR.band);
    const weight = strong ? 'bold' : 'regular';
    pen.text(flow.left + 4, y + 10.4, label, { size: 8.5, weight });
    pen.text(flow.left + 130, y + 10.4, note, { size: 7, colour: COLOUR.soft });
    pen.text(flow.right - 4, y + 10.4, formatFen(fen), {
      size: 9,
      weight,
      align: 'right',
      colour: fen < 0 ? COLOUR.negative : COLOUR.ink,
    });
    y += ROW;
    pen.line(flow.left, y, flow.right, COLOUR.line, 0.35);
  };
  for (const [key, label, note] of BALANCE_LINES) {
    const fen = key === 'paid_fen' ? 0 - balance[key] : balance[key];
    row(label.replace('(元)', ''), note, fen, key === 'closing_fen');
  }
  row('本期应付', balance.carried === null ? '' : CARRIED_WORD[balance.carried], balance.payable_fen, true);
}

/** Sums beside each other that are never mixed: sales, corrections of closed months, estimates. */
export function drawSums(flow: Flow, { sums, adjustments, unsettled, columns }: Draft): void {
  const keys = Object.keys(sums);
  const top = flow.take(20 + ROW * (keys.length + 1) + 14);
  const { pen } = flow;
  if (!pen) return;
  blockTitle(pen, flow, top, '汇总', '调整与扣回更正已关账的账期，未结算为估算，均不计入已结算');
  const titles = new Map<string, string>([
    ...columns.map(({ key, title }) => [key, title.replace(/[(（]元[)）]$/, '')] as const),
    ['rows', '佣金单数'],
    ['orders', '订单数'],
  ]);
  const ends = [0.56, 0.78, 1].map((share) => flow.left + flow.width * share - 4);
  let y = top + 20;
  pen.rect(flow.left, y, flow.width, ROW, COLOUR.band);
  pen.line(flow.left, y, flow.right, COLOUR.accent, 0.8);
  ['已结算', '调整与扣回', '未结算'].forEach((head, n) => {
    pen.text(ends[n]!, y + 10.2, head, { size: 7.5, weight: 'bold', colour: COLOUR.soft, align: 'right' });
  });
  for (const key of keys) {
    y += ROW;
    pen.text(flow.left + 4, y + 10.4, titles.get(key) ?? key, { size: 8.5, width: flow.width * 0.34 });
    [sums, adjustments, unsettled].forEach((part, n) => {
      const value = part[key] ?? 0;
      pen.text(ends[n]!, y + 10.4, key === 'rows' || key === 'orders' ? String(value) : formatFen(value), {
        size: 8.5,
        weight: n === 0 ? 'bold' : 'regular',
        align: 'right',
        colour: value < 0 ? COLOUR.negative : n === 2 ? COLOUR.soft : COLOUR.ink,
      });
    });
    pen.line(flow.left, y + ROW, flow.right, COLOUR.line, 0.35);
  }
}
