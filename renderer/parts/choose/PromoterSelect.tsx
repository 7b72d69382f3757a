import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/client/index.ts';
import { readableName } from '../party-name.ts';
import { PromoterNameById } from './names.tsx';
import { type ChooseProps, RemoteSelect } from './RemoteSelect.tsx';

/** `without`: promoters that are taken already and not offered again. */
export function PromoterSelect({ without = [], ...props }: ChooseProps & { without?: readonly string[] }) {
  const { t } = useTranslation('words');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const answer = useRoute('promoter.list', { search, limit: 50 }, { enabled: open, keep: true });
  const choices = (answer.data?.rows ?? [])
    .filter((promoter) => !without.includes(promoter.promoter_appid))
    .map((promoter) => ({
      value: promoter.promoter_appid,
      label: readableName(promoter.name) ?? t('unnamed_promoter'),
      note: promoter.promoter_appid,
    }));
  return (
    <RemoteSelect
      {...props}
      Name={PromoterNameById}
      choices={choices}
      loading={answer.isFetching}
      onSearch={setSearch}
      onOpen={setOpen}
    />
  );
}
