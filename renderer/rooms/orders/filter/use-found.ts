import { useRoute } from '../../../app/client/index.ts';
import type { FacetChoice, LongField } from './facet-choices.ts';

/**
 * Shops, products and promoters a search finds, also those without an order under the other conditions. Talents have
 * no list of their own: of them the counted ones are all there is.
 */
export function useFound(field: LongField | null, text: string): { choices: FacetChoice[]; looking: boolean } {
  const asks = (one: LongField) => ({ enabled: field === one && text !== '', keep: true });
  const shops = useRoute('partnership.list', { search: text, limit: 50 }, asks('shop_appid'));
  const products = useRoute('product.list', { search: text, sort: 'title', limit: 50 }, asks('product_id'));
  const promoters = useRoute('promoter.list', { search: text, limit: 50 }, asks('promoter_appid'));
  const choice = (value: string, label: string | null): FacetChoice => ({ value, label, rows: null });
  switch (text === '' ? null : field) {
    case 'shop_appid':
      return {
        choices: (shops.data?.rows ?? []).map((shop) => choice(shop.shop_appid, shop.shop_name)),
        looking: shops.isFetching,
      };
    case 'product_id':
      return {
        choices: (products.data?.rows ?? []).map((product) => choice(product.product_id, product.title)),
        looking: products.isFetching,
      };
    case 'promoter_appid':
      return {
        choices: (promoters.data?.rows ?? []).map((promoter) => choice(promoter.promoter_appid, promoter.name)),
        looking: promoters.isFetching,
      };
    default:
      return { choices: [], looking: false };
  }
}
