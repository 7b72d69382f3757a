export { Desk } from './connection.ts';
export { DeskProvider } from './DeskProvider.tsx';
export { useConnection, useDesk } from './desk-context.ts';
export { useAction } from './use-action.ts';
export { type JobState, useJob, useJobFigures, type WatchedJob } from './use-job.ts';
export { type PagedName, type Pages, type RowOf, useFirstPageAhead, usePages } from './use-pages.ts';
export { type RouteOptions, useRoute } from './use-route.ts';
export { runSums, type SyncControl, useSync } from './use-sync.ts';
