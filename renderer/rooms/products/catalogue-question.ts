import { ALERT_KINDS } from '../../../shared/alert-kind.ts';
import { id, search } from '../../../shared/contract/paging.ts';
import { productRoutes } from '../../../shared/contract/product.ts';
import type { RouteInput } from '../../../shared/contract/routes.ts';
import { PLAN_TYPES } from '../../../shared/status.ts';
import type { AddressParams } from '../../app/router/address.ts';
import type { Sort } from '../../parts/index.ts';

export type CatalogueQuestion = Omit<RouteInput<'product.list'>, 'cursor' | 'limit'>;

const { sort: sorts, direction: directions } = productRoutes['product.list'].input.shape;

/** The room's filter as the address has it; what makes no sense there is left out. */
export function readCatalogue(query: URLSearchParams): CatalogueQuestion {
  const question: CatalogueQuestion = {};
  const plan = PLAN_TYPES.find((one) => String(one) === query.get('plan_type'));
  if (plan) question.plan_type = plan;
  const shop = id.safeParse(query.get('shop_appid'));
  if (shop.success) question.shop_appid = shop.data;
  const text = search.safeParse(query.get('search'));
  if (text.success && text.data) question.search = text.data;
  for (const name of ['promotable', 'listed'] as const) {
    const answer = query.get(name);
    if (answer === 'yes' || answer === 'no') question[name] = answer === 'yes';
  }
  const alert = ALERT_KINDS.find((one) => one === query.get('alert'));
  if (alert) question.alert = alert;
  const [by, direction] = (query.get('sort') ?? '').split('.');
  const sort = sorts.safeParse(by);
  const way = directions.safeParse(direction);
  if (by && sort.success && way.success) Object.assign(question, { sort: sort.data, direction: way.data });
  return question;
}

export function yesNo(answer: boolean | undefined): 'yes' | 'no' | null {
  return answer === undefined ? null : answer ? 'yes' : 'no';
}

export function sortOf(question: CatalogueQuestion): Sort {
  return { by: question.sort ?? 'service_fee', direction: question.direction ?? 'desc' };
}

/** Takes every condition away; the order of the rows stays. */
export const NO_CONDITIONS: AddressParams = {
  search: null,
  plan_type: null,
  shop_appid: null,
  promotable: null,
  listed: null,
  alert: null,
};

export function isFiltered(question: CatalogueQuestion): boolean {
  const { sort: _sort, direction: _direction, ...conditions } = question;
  return Object.keys(conditions).length > 0;
}
