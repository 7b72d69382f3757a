import { useState } from 'react';
import { useRoute } from '../../app/client/index.ts';
import { ProductTitleById } from './names.tsx';
import { type Choice, type ChooseProps, RemoteSelect } from './RemoteSelect.tsx';

/** Products by their id alone: orders name the product, not the plan it was sold under. */
export function ProductSelect(props: ChooseProps) {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const answer = useRoute('product.list', { search, sort: 'title', limit: 50 }, { enabled: open, keep: true });
  const choices = new Map<string, Choice>();
  for (const product of answer.data?.rows ?? []) {
    const note = [product.shop_name, product.product_id].filter(Boolean).join(' · ');
    choices.set(product.product_id, { value: product.product_id, label: product.title, note });
  }
  return (
    <RemoteSelect
      {...props}
      Name={ProductTitleById}
      choices={[...choices.values()]}
      loading={answer.isFetching}
      onSearch={setSearch}
      onOpen={setOpen}
    />
  );
}
