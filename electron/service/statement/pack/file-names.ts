import type { ReportFormat, ReportScope } from '../../../../shared/contract/report.ts';
import type { Period } from '../../../../shared/time.ts';
import type { Statement } from '../statement.ts';

/** Folders of a pack, and what its scopes are called in file names. */
export const SCOPE_WORD: Record<ReportScope, string> = {
  institution: '机构',
  payee: '收款人',
  merchant: '商家',
  channel: '渠道',
};

/** Ends of file names; the tables that are not the plain one say so, since they end alike. */
export const FORMAT_ENDING: Record<ReportFormat, string> = {
  xlsx: '.xlsx',
  pdf: '.pdf',
  csv: '.csv',
  csv_strict: '-strict.csv',
  csv_gb18030: '-gb18030.csv',
  text: '.txt',
};

/** Longest name kept, in UTF-16 units: with id and ending a file name stays below 255 bytes. */
const LONGEST_NAME = 40;
/** Room for three AppIDs and how many more there are. */
const LONGEST_ID = 72;

/**
 * A part of a file name every system takes: without `<>:"/\|?*`, control and format characters, spaces or dots at
 * either end, and never half a character. Empty where nothing is left, as of a name that is only `-`.
 */
export function safePart(text: string, longest = LONGEST_NAME): string {
  const cut = text
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Surrogate}]/gu, '')
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '');
  return cut.replace(/^[\s.\-_]+|[\s.\-_]+$/g, '');
}

/**
 * `结算单-2026-10-阿青-wxpromoter00000001`: the id at the end keeps equal names apart. A second one that would still be
 * the same on a system that does not tell upper from lower case becomes `…~2`.
 */
export class FileNames {
  readonly #taken = new Set<string>();

  stem(scope: ReportScope, period: Period, { shown_id, name }: Omit<Statement['recipient'], 'id'>): string {
    // The institution may have no name where it is opened, as from a command line.
    const shown = safePart(name) || (scope === 'institution' ? '' : '未命名');
    const known = safePart(shown_id, LONGEST_ID);
    const wanted = [`${SCOPE_WORD[scope]}结算单`, period, shown, known === shown ? '' : known]
      .filter(Boolean)
      .join('-');
    let stem = wanted;
    for (let n = 2; this.#taken.has(keyOf(scope, stem)); n++) stem = `${wanted}~${n}`;
    this.#taken.add(keyOf(scope, stem));
    return stem;
  }
}

const keyOf = (scope: ReportScope, stem: string) => `${scope}/${stem.toLowerCase()}`;

/** Name of the archive: the same contents come to the same place, others to another. */
export function packName(
  { period, state, closing }: Pick<Statement, 'period' | 'state' | 'closing'>,
  scopes: readonly ReportScope[],
  formats: readonly ReportFormat[],
): string {
  const words = scopes.map((scope) => SCOPE_WORD[scope]).join('+');
  const version =
    closing === null
      ? state === 'open'
        ? '未关账'
        : '重新打开'
      : closing.number === 1
        ? ''
        : `第${closing.number}次关账`;
  return `${['结算单', period, words, formats.join('+'), version].filter(Boolean).join('-')}.zip`;
}
