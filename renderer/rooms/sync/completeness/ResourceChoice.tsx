import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { RESOURCES, type Resource } from '../../../../shared/contract/sync.ts';
import { useWord } from '../../../app/i18n/words.ts';
import { isReadByHour } from './calendar.ts';

// What can have holes stands first: it is what this page is opened for.
const ORDER = [...RESOURCES].sort((one, other) => Number(isReadByHour(other)) - Number(isReadByHour(one)));

export function ResourceChoice({ value, onChoose }: { value: Resource; onChoose: (resource: Resource) => void }) {
  const { t } = useTranslation('completeness');
  const word = useWord();
  return (
    <Segmented
      value={value}
      onChange={onChoose}
      aria-label={t('resource')}
      options={ORDER.map((resource) => ({ value: resource, label: word('resource', resource) }))}
    />
  );
}
