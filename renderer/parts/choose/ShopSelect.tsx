import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/client/index.ts';
import { readableName } from '../party-name.ts';
import { ShopNameById } from './names.tsx';
import { type ChooseProps, RemoteSelect } from './RemoteSelect.tsx';

export function ShopSelect(props: ChooseProps) {
  const { t } = useTranslation('words');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const answer = useRoute('partnership.list', { search, limit: 50 }, { enabled: open, keep: true });
  const choices = (answer.data?.rows ?? []).map((shop) => ({
    value: shop.shop_appid,
    label: readableName(shop.shop_name) ?? t('unnamed_shop'),
    note: shop.shop_appid,
  }));
  return (
    <RemoteSelect
      {...props}
      Name={ShopNameById}
      choices={choices}
      loading={answer.isFetching}
      onSearch={setSearch}
      onOpen={setOpen}
    />
  );
}
