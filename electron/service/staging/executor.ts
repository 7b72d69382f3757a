import type { ErrorCode } from '../../../shared/contract/error-code.ts';
import type { DeskError } from '../../../shared/contract/result.ts';
import type { StagedAction } from '../../../shared/contract/staging.ts';
import type { Context } from '../context.ts';
import type { Change, Standing, Way } from './change.ts';

/** Calls a change costs at one endpoint. */
export interface Cost {
  endpoint: string;
  calls: number;
}

/**
 * What the rooms know of one kind of change. The engine asks in this order: `refresh`, `obstacle`, `read`; then, where
 * it does not stand as wanted, `ask` and `read` again; then `record`, in the transaction of the row's outcome. A change
 * without `ask` is made by `record` alone, which is then exactly once.
 */
export interface Executor {
  /** Calls a change will cost at the platform; empty for one of our own books. */
  cost(context: Context, subject: Pick<Change, 'promoter_appid'>): Cost[];
  /** Brings what the change is decided by up to date, such as a product's detail. Throws like any call. */
  refresh?(context: Context, change: Change, signal: AbortSignal): Promise<void>;
  /** Why the change cannot be made, by what the books know; null when nothing is in its way. */
  obstacle(context: Context, change: Change): ErrorCode | null;
  /** How it stands now: at the platform where the change is made there. */
  read(context: Context, change: Change, signal: AbortSignal): Promise<Standing>;
  /** Whether that is what the change wants. */
  stands(standing: Standing, change: Change): boolean;
  /** What to say when it was asked for and still does not stand; for changes that are asked for. */
  notTaken?(change: Change, found: Standing): DeskError;
  /** Asks the platform for it; null where nothing is asked there. */
  ask(context: Context, change: Change): ((signal: AbortSignal) => Promise<void>) | null;
  /** Writes into our books what now stands. Call it inside a transaction. */
  record(context: Context, change: Change): void;
  /** Writes into our books that it was refused. Call it inside a transaction. */
  recordFailure?(context: Context, change: Change, failure: DeskError): void;
  /** Whether a failure is about this change alone; else the whole batch waits. */
  concernsOnlyThis(failure: DeskError): boolean;
  /** Looks into a failure of this change alone; the failure to note, perhaps a clearer one. */
  explain?(context: Context, change: Change, failure: DeskError, signal: AbortSignal): Promise<DeskError>;
  /** How to take a made change back, or why there is no way. */
  wayBack(context: Context, change: Change): Way;
}

export type Executors = Readonly<Record<StagedAction, Executor>>;
