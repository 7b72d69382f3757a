import { search } from '../../../shared/contract/paging.ts';
import { promoterRoutes } from '../../../shared/contract/promoter.ts';
import type { RouteInput } from '../../../shared/contract/routes.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';

export type PromoterQuestion = Omit<RouteInput<'promoter.list'>, 'cursor' | 'limit'>;

const { sort: sorts, direction: directions } = promoterRoutes['promoter.list'].input.shape;

/** The room's filter as the address has it; what makes no sense there is left out. */
export function readPromoters(query: URLSearchParams): PromoterQuestion {
  const question: PromoterQuestion = {};
  const text = search.safeParse(query.get('search'));
  if (text.success && text.data) question.search = text.data;
  const payer = Object.values(SPLIT_PAYER).find((one) => String(one) === query.get('payer'));
  if (payer !== undefined) question.payer = payer;
  const [by, direction] = (query.get('sort') ?? '').split('.');
  const sort = sorts.safeParse(by);
  const way = directions.safeParse(direction);
  if (by && sort.success && way.success) Object.assign(question, { sort: sort.data, direction: way.data });
  return question;
}
