import type { Recomputation } from '../../../shared/contract/difference.ts';
import type { ReportResult, ReportVerdict } from '../../../shared/contract/report.ts';
import type { RouteParsed } from '../../../shared/contract/routes.ts';
import type { WhatIf } from '../../../shared/contract/rule.ts';
import type { Period } from '../../../shared/time.ts';
import type { AuditExport, AuditExportResult } from '../audit/export.ts';
import type { Scope } from '../difference/fee-row.ts';
import type { Statement } from '../statement/statement.ts';
import type { StatementTask, StatementTaskResults } from '../statement/tasks.ts';
import type { ThreadFailure } from '../thread-failure.ts';
import type { OrderExport, OrderExportResult } from './order-export.ts';
import type { WorkProgress } from './pace.ts';

/** Long reading work, done in a thread with a connection of its own. */
export type ReportTask =
  | { kind: 'report'; dataDir: string; institution: Statement['institution']; period: Period; folder: string }
  | ({ kind: 'order_export'; dataDir: string } & OrderExport)
  | ({ kind: 'audit_export'; dataDir: string } & AuditExport)
  | ({ kind: 'what_if'; dataDir: string } & RouteParsed<'rule.what_if'>)
  | StatementTask
  | { kind: 'recompute'; dataDir: string; period: Scope }
  | { kind: 'verify'; dataDir: string; file: string };

export interface ReportTaskResults extends StatementTaskResults {
  report: ReportResult;
  order_export: OrderExportResult;
  audit_export: AuditExportResult;
  what_if: WhatIf;
  recompute: Recomputation;
  verify: ReportVerdict;
}

/** What the thread gets, and what it says. */
export interface WorkerOrder {
  task: ReportTask;
  /** One 32-bit integer; anything but 0 means stop. Shared memory is seen in the middle of a loop, a message is not. */
  stop: SharedArrayBuffer;
}
export type WorkerWord =
  | { word: 'progress'; progress: WorkProgress }
  | { word: 'result'; result: ReportTaskResults[keyof ReportTaskResults] }
  | { word: 'failed'; failure: ThreadFailure };
