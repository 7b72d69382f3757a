import { errors } from '../../../../shared/error-text/en.ts';
import { analysis } from './analysis.ts';
import { app } from './app.ts';
import { audit } from './audit.ts';
import { completeness } from './completeness.ts';
import { difference } from './difference.ts';
import { doctor } from './doctor.ts';
import { drift } from './drift.ts';
import { forecast } from './forecast.ts';
import { funds } from './funds.ts';
import { hunt } from './hunt.ts';
import { ledger } from './ledger.ts';
import { listings } from './listings.ts';
import { material } from './material.ts';
import { orders } from './orders.ts';
import { overview } from './overview.ts';
import { partnerships } from './partnerships.ts';
import { parts } from './parts.ts';
import { payee } from './payee.ts';
import { payout } from './payout.ts';
import { products } from './products.ts';
import { promoters } from './promoters.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { rule } from './rule.ts';
import { settings } from './settings.ts';
import { settlement } from './settlement.ts';
import { staging } from './staging.ts';
import { sync } from './sync.ts';
import { views } from './views.ts';
import { what_if } from './what_if.ts';
import { words } from './words.ts';

export const en = {
  analysis,
  app,
  audit,
  completeness,
  difference,
  doctor,
  drift,
  errors,
  forecast,
  funds,
  hunt,
  ledger,
  listings,
  material,
  orders,
  overview,
  parts,
  partnerships,
  payee,
  payout,
  products,
  promoters,
  report,
  review,
  rule,
  settings,
  settlement,
  staging,
  sync,
  views,
  what_if,
  words,
};
