import { useRoute } from '../../app/client/index.ts';
import { readableName } from '../party-name.ts';

// Names behind ids that came from an address; the id itself until, or when no, name is known.

export function ShopNameById({ id }: { id: string }) {
  const { data } = useRoute('partnership.get', { shop_appid: id });
  return <>{(data && readableName(data.shop_name)) ?? id}</>;
}

export function PromoterNameById({ id }: { id: string }) {
  const { data } = useRoute('promoter.get', { promoter_appid: id });
  return <>{(data && readableName(data.name)) ?? id}</>;
}

export function ProductTitleById({ id }: { id: string }) {
  const { data } = useRoute('product.list', { search: id, limit: 10 });
  return <>{data?.rows.find((product) => product.product_id === id)?.title ?? id}</>;
}
