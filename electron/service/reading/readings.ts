import type { RouteName, RouteOutput, RouteParsed } from '../../../shared/contract/routes.ts';
import { analyses } from '../analysis/analyse.ts';
import { auditPage, auditVerdict } from '../audit/page.ts';
import { differencePage } from '../difference/page.ts';
import { recompute } from '../difference/recompute.ts';
import { cashForecast } from '../forecast/cash.ts';
import { tracks } from '../forecast/tracks.ts';
import { fundsFlows } from '../funds/flows.ts';
import { fundsMatch } from '../funds/match.ts';
import { fundsPage } from '../funds/page.ts';
import { orderFacets } from '../order/facets.ts';
import { readOrderPage } from '../order/order.ts';
import { orderPage } from '../order/page.ts';
import { orderTotals } from '../order/totals.ts';
import { payeeBalances } from '../payee/balances.ts';
import { clawbackAges } from '../payee/clawback.ts';
import { payeeLedger } from '../payee/entries.ts';
import { payeeList } from '../payee/list.ts';
import { payoutPlan } from '../payout/plan.ts';
import { unwatched } from '../report/pace.ts';
import { incentiveEstimate } from '../rule/incentive.ts';
import { adjustmentPage } from '../settlement/adjustment-page.ts';
import { settlementPeriod } from '../settlement/period.ts';
import { recipientList } from '../statement/recipient-list.ts';
import type { StoreReader } from '../store/store.ts';

/** Questions that only read the books: the threads answer them, each on a connection of its own. */
export const readings = {
  'order.page': (reader: StoreReader, input: RouteParsed<'order.page'>) => orderPage(reader, input, { limited: false }),
  'order.totals': (reader: StoreReader, input: RouteParsed<'order.totals'>) => orderTotals(reader, input.filter),
  'order.facets': (reader: StoreReader, input: RouteParsed<'order.facets'>) =>
    orderFacets(reader, input.filter, input.of),
  'order.get': (reader: StoreReader, input: RouteParsed<'order.get'>) => readOrderPage(reader, input),
  ...analyses,
  'audit.page': (reader: StoreReader, input: RouteParsed<'audit.page'>) => auditPage(reader, input),
  'audit.verify': (reader: StoreReader) => auditVerdict(reader),
  'settlement.period': (reader: StoreReader, { period }: RouteParsed<'settlement.period'>) =>
    settlementPeriod(reader, period),
  'settlement.adjustments': (reader: StoreReader, input: RouteParsed<'settlement.adjustments'>) =>
    adjustmentPage(reader, input),
  'payee.list': (reader: StoreReader, input: RouteParsed<'payee.list'>) => payeeList(reader, input),
  'payee.ledger': (reader: StoreReader, { payee_id }: RouteParsed<'payee.ledger'>) => payeeLedger(reader, payee_id),
  'payee.balances': (reader: StoreReader, { period, search }: RouteParsed<'payee.balances'>) =>
    payeeBalances(reader, period, search),
  'clawback.ages': (reader: StoreReader, { period }: RouteParsed<'clawback.ages'>) => clawbackAges(reader, period),
  'payout.plan': (reader: StoreReader, input: RouteParsed<'payout.plan'>) => payoutPlan(reader, input),
  'difference.summary': (reader: StoreReader, { period }: RouteParsed<'difference.summary'>) =>
    recompute(reader, period, unwatched()),
  'difference.page': (reader: StoreReader, input: RouteParsed<'difference.page'>) => differencePage(reader, input),
  'funds.match': (reader: StoreReader, { period }: RouteParsed<'funds.match'>) => fundsMatch(reader, period),
  'funds.flows': (reader: StoreReader, input: RouteParsed<'funds.flows'>) => fundsFlows(reader, input),
  'funds.page': (reader: StoreReader, input: RouteParsed<'funds.page'>) => fundsPage(reader, input),
  'forecast.tracks': (reader: StoreReader, input: RouteParsed<'forecast.tracks'>) => tracks(reader, input),
  'forecast.cash': (reader: StoreReader) => cashForecast(reader),
  'rule.incentive': (reader: StoreReader, input: RouteParsed<'rule.incentive'>) => incentiveEstimate(reader, input),
  'report.recipients': (reader: StoreReader, input: RouteParsed<'report.recipients'>) => recipientList(reader, input),
} satisfies { [Name in RouteName]?: (reader: StoreReader, input: RouteParsed<Name>) => RouteOutput<Name> };

export type ReadingName = keyof typeof readings;
