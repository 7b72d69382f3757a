import { CloseOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { FundsQuestion } from './funds-question.ts';

/** What else the table is narrowed to, each taken back by a click. */
export function FilterTags({
  question: { file, age },
  onClear,
}: {
  question: FundsQuestion;
  onClear: (patch: { file: null } | { age: null }) => void;
}) {
  const { t } = useTranslation('funds');
  return (
    <>
      {file ? (
        <button
          type="button"
          className="ld-funds__filter"
          title={t('filter.clear')}
          onClick={() => onClear({ file: null })}
        >
          {t(`filter.file_${file}`)} <CloseOutlined />
        </button>
      ) : null}
      {age ? (
        <button
          type="button"
          className="ld-funds__filter"
          title={t('filter.clear')}
          onClick={() => onClear({ age: null })}
        >
          {t('filter.age', {
            age:
              age.to_days === null
                ? t('age.open', { from: age.from_days })
                : t('age.range', { from: age.from_days, to: age.to_days }),
          })}{' '}
          <CloseOutlined />
        </button>
      ) : null}
    </>
  );
}
