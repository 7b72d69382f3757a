import { useState } from 'react';
import { useRoute } from '../../app/client/index.ts';
import { type ChooseProps, RemoteSelect } from '../../parts/choose/RemoteSelect.tsx';
import { productText, readProductText } from '../products/product-identity.ts';

/** One promotable product under one plan; its value is the text of the four parts of its identity. */
export function ProductKeySelect(props: ChooseProps) {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const answer = useRoute('product.list', { search, promotable: true, limit: 50 }, { enabled: open, keep: true });
  const choices = (answer.data?.rows ?? []).map((product) => ({
    value: productText(product),
    label: product.title,
    note: [product.shop_name, product.product_id].filter(Boolean).join(' · '),
  }));
  return (
    <RemoteSelect
      {...props}
      Name={ProductTitle}
      choices={choices}
      loading={answer.isFetching}
      onSearch={setSearch}
      onOpen={setOpen}
    />
  );
}

/** The title of a product named by the text of its identity. */
export function ProductTitle({ id }: { id: string }) {
  const key = readProductText(id);
  const { data } = useRoute('product.get', key ?? NONE, { enabled: key !== null });
  return <>{data?.title ?? key?.product_id ?? id}</>;
}

const NONE = { shop_appid: '-', product_id: '-', plan_type: 0, head_supplier_appid: '' };
