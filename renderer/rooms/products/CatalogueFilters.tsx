import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ALERT_KINDS } from '../../../shared/alert-kind.ts';
import { PLAN_TYPES } from '../../../shared/status.ts';
import { useWord } from '../../app/i18n/words.ts';
import type { AddressParams } from '../../app/router/address.ts';
import { ShopSelect } from '../../parts/choose/ShopSelect.tsx';
import { SearchField } from '../../parts/index.ts';
import { type CatalogueQuestion, isFiltered, NO_CONDITIONS, yesNo } from './catalogue-question.ts';

interface Props {
  question: CatalogueQuestion;
  onChange: (patch: AddressParams) => void;
}

export function CatalogueFilters({ question, onChange }: Props) {
  const { t } = useTranslation('products');
  const word = useWord();
  const answers = (yes: string, no: string) => [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ];
  return (
    <div className="ld-products-filters">
      <SearchField
        value={question.search ?? ''}
        onSearch={(search) => onChange({ search })}
        placeholder={t('search')}
        width={260}
      />
      <Select
        aria-label={t('filter.plan_type')}
        placeholder={t('filter.plan_any')}
        value={question.plan_type ?? null}
        onChange={(plan) => onChange({ plan_type: plan ?? null })}
        options={PLAN_TYPES.map((plan) => ({ value: plan, label: word('plan_type', plan) }))}
        allowClear
      />
      <ShopSelect
        single
        className="ld-products-shop"
        name={t('filter.shop')}
        value={question.shop_appid ? [question.shop_appid] : []}
        onChange={([shop]) => onChange({ shop_appid: shop ?? null })}
      />
      <Select
        aria-label={t('filter.promotable_any')}
        placeholder={t('filter.promotable_any')}
        value={yesNo(question.promotable)}
        onChange={(answer) => onChange({ promotable: answer ?? null })}
        options={answers(t('filter.promotable'), t('filter.not_promotable'))}
        allowClear
      />
      <Select
        aria-label={t('filter.listed_any')}
        placeholder={t('filter.listed_any')}
        value={yesNo(question.listed)}
        onChange={(answer) => onChange({ listed: answer ?? null })}
        options={answers(t('filter.listed'), t('filter.not_listed'))}
        allowClear
      />
      <Select
        aria-label={t('alert.title')}
        placeholder={t('filter.alert_any')}
        value={question.alert ?? null}
        onChange={(alert) => onChange({ alert: alert ?? null })}
        options={ALERT_KINDS.map((kind) => ({ value: kind, label: t(`alert.kind.${kind}`) }))}
        allowClear
      />
      {isFiltered(question) ? (
        <Button type="link" onClick={() => onChange(NO_CONDITIONS)}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  );
}
