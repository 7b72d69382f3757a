import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../../app/client/index.ts';
import { RemoteSelect } from '../../../parts/choose/RemoteSelect.tsx';

/** One of the payees staff made. */
export function PayeeSelect({ value, onChange }: { value: string | null; onChange: (payee: string | null) => void }) {
  const { t } = useTranslation('payee');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const answer = useRoute('payee.list', { search, made: true, limit: 50 }, { enabled: open, keep: true });
  return (
    <RemoteSelect
      single
      name={t('assign.payee')}
      value={value === null ? [] : [value]}
      onChange={([chosen]) => onChange(chosen ?? null)}
      choices={(answer.data?.rows ?? []).map(({ payee_id, name, promoters }) => ({
        value: payee_id,
        label: name,
        note: promoters.map((promoter) => promoter.promoter_appid).join(', '),
      }))}
      Name={PayeeNameById}
      loading={answer.isFetching}
      onSearch={setSearch}
      onOpen={setOpen}
    />
  );
}

function PayeeNameById({ id }: { id: string }) {
  const { data } = useRoute('payee.list', { search: id, made: true, limit: 1 });
  return <>{data?.rows[0]?.name}</>;
}
