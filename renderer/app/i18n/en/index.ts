import { errors } from '../../../../shared/error-text/en.ts';
import { app } from './app.ts';
import { listings } from './listings.ts';
import { orders } from './orders.ts';
import { overview } from './overview.ts';
import { partnerships } from './partnerships.ts';
import { parts } from './parts.ts';
import { products } from './products.ts';
import { promoters } from './promoters.ts';
import { settings } from './settings.ts';
import { settlement } from './settlement.ts';
import { sync } from './sync.ts';
import { words } from './words.ts';

export const en = {
  app,
  errors,
  listings,
  orders,
  overview,
  parts,
  partnerships,
  products,
  promoters,
  settings,
  settlement,
  sync,
  words,
};
