import type { z } from 'zod';
import { analysisRoutes } from './analysis.ts';
import { auditRoutes } from './audit.ts';
import { backgroundRoutes } from './background.ts';
import { catalogueRoutes } from './catalogue.ts';
import { deskRoutes } from './desk.ts';
import { differenceRoutes } from './difference.ts';
import { doctorRoutes } from './doctor.ts';
import { forecastRoutes } from './forecast.ts';
import { fundsRoutes } from './funds.ts';
import { huntRoutes } from './hunt.ts';
import { importRoutes } from './import.ts';
import { listingRoutes } from './listing.ts';
import { orderRoutes } from './order.ts';
import { partnershipRoutes } from './partnership.ts';
import { payeeRoutes } from './payee.ts';
import { payoutRoutes } from './payout.ts';
import { posterRoutes } from './poster.ts';
import { productRoutes } from './product.ts';
import { promoterRoutes } from './promoter.ts';
import { reportRoutes } from './report.ts';
import { reviewRoutes } from './review.ts';
import type { Route } from './route.ts';
import { ruleRoutes } from './rule.ts';
import { settlementRoutes } from './settlement.ts';
import { stagingRoutes } from './staging.ts';
import { syncRoutes } from './sync.ts';
import { viewRoutes } from './view.ts';

/** Every route the service answers. The window, the command line and the tests call nothing else. */
export const routes = {
  ...deskRoutes,
  ...syncRoutes,
  ...backgroundRoutes,
  ...huntRoutes,
  ...doctorRoutes,
  ...partnershipRoutes,
  ...productRoutes,
  ...catalogueRoutes,
  ...listingRoutes,
  ...promoterRoutes,
  ...posterRoutes,
  ...orderRoutes,
  ...reviewRoutes,
  ...analysisRoutes,
  ...viewRoutes,
  ...settlementRoutes,
  ...differenceRoutes,
  ...forecastRoutes,
  ...fundsRoutes,
  ...importRoutes,
  ...ruleRoutes,
  ...payeeRoutes,
  ...payoutRoutes,
  ...reportRoutes,
  ...auditRoutes,
  ...stagingRoutes,
} satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
/** What a caller passes (defaults may be left out). */
export type RouteInput<Name extends RouteName> = z.input<(typeof routes)[Name]['input']>;
/** What a handler gets after the check. */
export type RouteParsed<Name extends RouteName> = z.output<(typeof routes)[Name]['input']>;
export type RouteOutput<Name extends RouteName> = NonNullable<(typeof routes)[Name]['output']>;
