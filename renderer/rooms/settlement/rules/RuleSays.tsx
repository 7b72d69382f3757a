import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ROUNDINGS, type RuleKind } from '../../../../shared/contract/rule.ts';
import { ProductSelect } from '../../../parts/choose/ProductSelect.tsx';
import { PromoterSelect } from '../../../parts/choose/PromoterSelect.tsx';
import { RatioInput } from '../../../parts/RatioInput.tsx';
import type { DraftProblem, RuleDraft } from './rule-draft.ts';

interface Props {
  draft: RuleDraft;
  problems: readonly DraftProblem[];
  onChange: (facts: Partial<RuleDraft>) => void;
}

const RATIO_OF = { split: 'ratio_split', platform_fee: 'ratio_fee', incentive: 'ratio_incentive' } as const;

/** What a rule of the kind says: for whom, how much, or which way of rounding. */
export function RuleSays({ draft, problems, onChange }: Props) {
  const { t } = useTranslation('rule');
  const { kind } = draft;
  return (
    <>
      {kind === 'split' ? <Whom draft={draft} onChange={onChange} /> : null}
      {kind === 'incentive' ? <Band draft={draft} problems={problems} onChange={onChange} /> : null}
      {kind === 'rounding' ? (
        <Form.Item label={t('add.rounding')} className="ld-add-rule__wide">
          <Select
            aria-label={t('add.rounding')}
            value={draft.rounding}
            onChange={(rounding) => onChange({ rounding })}
            options={ROUNDINGS.map((value) => ({ value, label: t(`rounding.${value}`) }))}
          />
        </Form.Item>
      ) : (
        <Form.Item label={`${t('add.ratio')} · ${t(`add.${ratioOf(kind)}`)}`} className="ld-add-rule__wide">
          <RatioInput name={t('add.ratio')} value={draft.ratio} onChange={(ratio) => onChange({ ratio })} least={0} />
        </Form.Item>
      )}
    </>
  );
}

function ratioOf(kind: Exclude<RuleKind, 'rounding'>) {
  return RATIO_OF[kind];
}

function Whom({ draft, onChange }: Omit<Props, 'problems'>) {
  const { t } = useTranslation('rule');
  return (
    <>
      <Form.Item label={t('add.promoter')}>
        <PromoterSelect
          single
          name={t('add.promoter')}
          placeholder={t('add.promoter_any')}
          value={draft.promoter === null ? [] : [draft.promoter]}
          onChange={([promoter = null]) => onChange({ promoter })}
          disabled={draft.succeeds}
        />
      </Form.Item>
      <Form.Item label={t('add.product')}>
        <ProductSelect
          single
          name={t('add.product')}
          placeholder={t('add.product_any')}
          value={draft.product === null ? [] : [draft.product]}
          onChange={([product = null]) => onChange({ product })}
          disabled={draft.succeeds}
        />
      </Form.Item>
    </>
  );
}

function Band({ draft, problems, onChange }: Props) {
  const { t } = useTranslation('rule');
  const amount = (key: 'band_from' | 'band_to' | 'cap', placeholder: string) => {
    const unreadable = draft[key] !== '' && problems.includes(key);
    const empty = key === 'band_to' && problems.includes('band_empty');
    return (
      <Form.Item
        label={t(`add.${key}`)}
        validateStatus={unreadable || empty ? 'error' : ''}
        help={unreadable ? t('add.amount_bad') : empty ? t('add.band_empty') : null}
      >
        <Input
          aria-label={t(`add.${key}`)}
          value={draft[key]}
          onChange={(event) => onChange({ [key]: event.target.value })}
          placeholder={placeholder}
          disabled={draft.succeeds && key !== 'cap'}
        />
      </Form.Item>
    );
  };
  return (
    <>
      {amount('band_from', '0.00')}
      {amount('band_to', t('add.band_to_any'))}
      {amount('cap', t('add.cap_any'))}
    </>
  );
}
