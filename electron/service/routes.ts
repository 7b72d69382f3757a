import { auditHandlers } from './audit/routes.ts';
import type { Background } from './background/background.ts';
import type { Context } from './context.ts';
import { overview } from './desk/overview.ts';
import { deskStatus } from './desk/status.ts';
import { differenceHandlers } from './difference/routes.ts';
import { startDoctor } from './doctor/run.ts';
import { acknowledgeDrift, driftRows } from './drift/list.ts';
import { forecastHandlers } from './forecast/routes.ts';
import { fundsHandlers } from './funds/routes.ts';
import { lookUpNow } from './hunt/look-up.ts';
import { retryKey } from './hunt/read-key.ts';
import { readText } from './hunt/read-text.ts';
import { startHunt } from './hunt/start.ts';
import { openTable, readTable } from './hunt/table-file.ts';
import { importHandlers } from './import/routes.ts';
import type { Jobs } from './job.ts';
import { addListings, removeListings, setListingSplits } from './listing/change.ts';
import { getFeed, setFeedTarget, writeFeed } from './listing/feed.ts';
import { listListings } from './listing/list.ts';
import { getMaterial } from './listing/material.ts';
import { decidePartnership } from './partnership/decide.ts';
import { getPartnership } from './partnership/get.ts';
import { listPartnerships } from './partnership/list.ts';
import { payeeHandlers } from './payee/routes.ts';
import { payoutHandlers } from './payout/routes.ts';
import { posterHandlers } from './poster/routes.ts';
import { productHandlers } from './product/routes.ts';
import { getPromoter } from './promoter/get.ts';
import { listPromoters } from './promoter/list.ts';
import { setPromoterSplitRoute } from './promoter/set-split.ts';
import { readingHandlers } from './reading/handlers.ts';
import type { ReadingThreads } from './reading/threads.ts';
import { reportList } from './report/history.ts';
import { startOrderExport, startReport } from './report/start.ts';
import { startReportWork } from './report/work.ts';
import { reviewHandlers } from './review/routes.ts';
import type { Handlers } from './router.ts';
import { ruleHandlers } from './rule/routes.ts';
import { settlementHandlers } from './settlement/routes.ts';
import { stagingHandlers } from './staging/routes.ts';
import { statementHandlers } from './statement/routes.ts';
import { writeSetting } from './store/setting.ts';
import { completeness } from './sync/completeness.ts';
import type { SyncControl } from './sync/control.ts';
import { ledgerPage } from './sync/ledger.ts';
import { quarantinePage } from './sync/quarantine.ts';
import { syncRuns, syncStatus } from './sync/status.ts';
import { viewHandlers } from './view/routes.ts';

/** What the routes need of the running service beside the rooms' context. */
export interface Serving {
  jobs: Jobs;
  baseUrl: string;
  version: string;
  /** Brings the ledger and the drift report up to now. */
  writeNotes(): void;
  clockSkew(): number | null;
  sync: SyncControl;
  background: Background;
  /** Where questions go that may take long. */
  reading: ReadingThreads;
  /** Plans for writing reports are looked at anew. */
  plansChanged(): void;
}

/** The contract, served. Thin on purpose: what a route does stands in its room. */
export function createHandlers(context: Context, serving: Serving): Handlers {
  const { store } = context;
  const { jobs } = serving;

  return {
    'desk.status': () => {
      serving.writeNotes();
      return deskStatus(context, serving.baseUrl, serving.version);
    },
    'desk.overview': () => overview(store, context.now()),
    'desk.set_staff': ({ staff }) => {
      writeSetting(store, 'staff', staff);
      context.changed('status');
      return { staff };
    },
    'job.list': () => jobs.list(),
    'job.get': ({ job_id }) => jobs.get(job_id),
    'job.cancel': ({ job_id }) => jobs.cancel(job_id),

    'sync.start': (plan) => ({ job_id: serving.sync.start(plan, 'staff').job_id }),
    'sync.status': () => syncStatus(store, context.now(), serving.sync.running(), serving.clockSkew()),
    'sync.runs': ({ limit }) => syncRuns(store, limit),
    'sync.quarantine': (input) => quarantinePage(store, input),
    'sync.drift': () => {
      serving.writeNotes();
      return driftRows(store);
    },
    'sync.acknowledge_drift': ({ drift_ids }) => {
      const acknowledged = acknowledgeDrift(store, drift_ids, context.staff(), context.now());
      context.changed('sync');
      return { acknowledged };
    },
    'sync.ledger': (input) => {
      serving.writeNotes();
      return ledgerPage(store, input, context.now());
    },
    'sync.completeness': (input) => completeness(store, input, context.now()),

    'background.get': () => serving.background.get(),
    'background.set': (changed) => serving.background.set(changed),
    'background.pause': ({ until }) => serving.background.pause(until),

    'sync.retry_key': (key) => retryKey(context, key),

    'hunt.open_table': (file) => openTable(file),
    'hunt.read_table': (file) => readTable(file),
    'hunt.read_text': ({ text }) => ({ items: readText(text) }),
    'hunt.start': (hunt) => startHunt(context, jobs, hunt),
    'hunt.look_up': ({ order_id }) => lookUpNow(context, order_id),

    'doctor.start': () => startDoctor(context, jobs, { version: serving.version }),

    'partnership.list': (input) => listPartnerships(context, input),
    'partnership.get': (input) => getPartnership(context, input),
    'partnership.decide': (input) => decidePartnership(context, input),

    ...productHandlers(context),

    'listing.list': (input) => listListings(context, input),
    'listing.add': (input) => addListings(context, input),
    'listing.remove': (input) => removeListings(context, input),
    'listing.set_splits': (input) => setListingSplits(context, input),
    'listing.material': (input) => getMaterial(context, input),
    'listing.feed': () => getFeed(context),
    'listing.set_feed_target': (input) => setFeedTarget(context, input),
    'listing.write_feed': () => writeFeed(context),

    'promoter.list': (input) => listPromoters(context, input),
    'promoter.get': (input) => getPromoter(context, input),
    'promoter.set_split': (input) => setPromoterSplitRoute(context, input),

    ...posterHandlers(context, jobs),

    ...readingHandlers(context, serving.reading),
    'order.export': (input) => startOrderExport(context, jobs, input),

    ...reviewHandlers(context),
    ...viewHandlers(context),

    ...auditHandlers(context, jobs, serving.reading),
    ...settlementHandlers(context, jobs, serving.reading),
    ...payeeHandlers(context, serving.reading),
    ...payoutHandlers(context, serving.reading),
    ...differenceHandlers(context, jobs, serving.reading),
    ...forecastHandlers(serving.reading),
    ...fundsHandlers(context, serving.reading),
    ...importHandlers(context),
    ...ruleHandlers(context, jobs, serving.reading),

    'report.start': (input) => startReport(context, jobs, input),
    'report.verify': ({ file }) => startReportWork({ kind: 'verify', dataDir: context.dataDir, file }),
    'report.list': () => reportList(store),
    ...statementHandlers(context, jobs, serving.reading, serving.plansChanged),
    ...stagingHandlers(context, jobs),
  };
}
