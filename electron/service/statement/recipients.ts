import type { PayeeBalance } from '../../../shared/contract/payee.ts';
import type { ReportScope } from '../../../shared/contract/report.ts';
import { channelWords } from '../report/words.ts';
import { FigureBuilder, type PeriodFigures } from '../settlement/figures.ts';
import type { SettlementLine } from '../settlement/line.ts';
import { LineSum, type LineSums, OrderNumbers } from '../settlement/sums.ts';
import type { MonthBook, Place } from './month-book.ts';
import type { PayeeBook } from './payees.ts';
import { shownPromoters } from './shown-promoters.ts';

/** What is there for one recipient in a month. */
export interface Recipient {
  scope: ReportScope;
  /** '' for the institution, and for the lines that name no merchant. */
  id: string;
  /** What people know him by beside his name: of a payee the AppIDs of his promoters, else the id. */
  shown_id: string;
  name: string;
  sums: LineSums;
  adjustments: LineSums;
  unsettled: LineSums;
  /** Of a payee: the promoters of his lines, in the order they come. */
  promoters: string[];
  /** Of a payee, once the month is closed. */
  balance: PayeeBalance | null;
  /** Where his lines are, in the order of the report. */
  places: Place[];
  unsettledPlaces: Place[];
}

export interface MonthRecipients {
  /** Of the whole month, from the same lines. */
  figures: PeriodFigures;
  unsettled: LineSums;
  /** By scope in the order asked for; within one by what they sell, most first, then by id. */
  recipients: Recipient[];
}

/** Every recipient with lines, estimates or a balance in the month, found in one pass over its lines. */
export function monthRecipients(
  book: MonthBook,
  payees: PayeeBook,
  scopes: readonly ReportScope[],
  institution: string,
): MonthRecipients {
  const figures = new FigureBuilder(book.period, { groups: false });
  const orders = new OrderNumbers();
  const groups = scopes.map((scope) => new ScopeRecipients(scope, payees));
  for (const { place, line } of book.lines()) {
    figures.add(line);
    for (const group of groups) group.add(line, place, orders.of(line.order_id));
  }
  const unsettled = new LineSum();
  for (const { place, line } of book.unsettled()) {
    const order = orders.of(line.order_id);
    unsettled.add(line, order);
    for (const group of groups) group.addUnsettled(line, place, order);
  }
  return {
    figures: figures.figures(),
    unsettled: unsettled.sums,
    recipients: groups.flatMap((group) => group.rows(institution)),
  };
}

/** Estimates alone are no reason for a statement; lines, corrections and a balance are. */
export function needsStatement({ scope, sums, adjustments, balance }: Recipient): boolean {
  return scope === 'institution' || sums.rows > 0 || adjustments.rows > 0 || balance !== null;
}

/** Whose line it is; null where the scope has nobody: a payee for a sale without a promoter. */
function ownerOf(scope: ReportScope, line: SettlementLine, payees: PayeeBook): string | null {
  if (scope === 'institution') return '';
  if (scope === 'channel') return line.channel;
  if (scope === 'merchant') return line.shop_appid ?? '';
  return line.promoter_appid === null ? null : payees.of(line.promoter_appid);
}

/** What a line calls its owner. */
function nameOn(scope: ReportScope, line: SettlementLine): string | null {
  if (scope === 'merchant') return line.shop_name;
  return scope === 'payee' ? line.promoter_name : null;
}

interface Found {
  /** On the latest line that names him. */
  name: string | null;
  sums: LineSum;
  adjustments: LineSum;
  unsettled: LineSum;
  promoters: Set<string>;
  places: Place[];
  unsettledPlaces: Place[];
}

class ScopeRecipients {
  readonly #scope: ReportScope;
  readonly #payees: PayeeBook;
  readonly #balances: ReadonlyMap<string, PayeeBalance> | null = null;
  readonly #found = new Map<string, Found>();

  constructor(scope: ReportScope, payees: PayeeBook) {
    this.#scope = scope;
    this.#payees = payees;
    // The institution gets its statement also of a month in which nothing happened.
    if (scope === 'institution') this.#of('');
    if (scope !== 'payee') return;
    this.#balances = payees.balances();
    for (const { payee_id, name } of this.#balances?.values() ?? []) this.#of(payee_id).name = name || null;
  }

  add(line: SettlementLine, place: Place, order: number): void {
    const found = this.#owner(line);
    if (!found) return;
    found.name = nameOn(this.#scope, line) ?? found.name;
    (line.kind === 'sale' ? found.sums : found.adjustments).add(line, order);
    if (this.#scope === 'payee' && line.promoter_appid !== null) found.promoters.add(line.promoter_appid);
    found.places.push(place);
  }

  addUnsettled(line: SettlementLine, place: Place, order: number): void {
    const found = this.#owner(line);
    if (!found) return;
    // Estimates go on changing after a month is closed: they name only whom nothing else names.
    found.name ??= nameOn(this.#scope, line);
    found.unsettled.add(line, order);
    found.unsettledPlaces.push(place);
  }

  rows(institution: string): Recipient[] {
    const scope = this.#scope;
    const rows = [...this.#found].map(([id, found]) => ({
      scope,
      id,
      shown_id: this.#shownId(id),
      name: scope === 'institution' ? institution : this.#name(id, found.name),
      sums: found.sums.sums,
      adjustments: found.adjustments.sums,
      unsettled: found.unsettled.sums,
      promoters: [...found.promoters],
      balance: this.#balances?.get(id) ?? null,
      places: found.places,
      unsettledPlaces: found.unsettledPlaces,
    }));
    return rows.sort(
      (a, b) => b.sums.actual_payment_fen - a.sums.actual_payment_fen || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
  }

  #owner(line: SettlementLine): Found | null {
    const id = ownerOf(this.#scope, line, this.#payees);
    return id === null ? null : this.#of(id);
  }

  #of(id: string): Found {
    let found = this.#found.get(id);
    if (!found) {
      const sum = () => new LineSum();
      found = {
        name: null,
        sums: sum(),
        adjustments: sum(),
        unsettled: sum(),
        promoters: new Set(),
        places: [],
        unsettledPlaces: [],
      };
      this.#found.set(id, found);
    }
    return found;
  }

  #shownId(id: string): string {
    return this.#scope === 'payee' ? shownPromoters(this.#payees.promoters(id)) : id;
  }

  /** What is shown: staff's own name, else what the lines say, else the id people know. */
  #name(id: string, onLines: string | null): string {
    if (this.#scope === 'channel') return channelWords.label(id) ?? id;
    if (this.#scope === 'merchant') return id === '' ? '未知商家' : (onLines ?? id);
    return this.#payees.name(id) ?? onLines ?? this.#shownId(id);
  }
}
