import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProductSelect } from '../../../parts/choose/ProductSelect.tsx';
import { PromoterSelect } from '../../../parts/choose/PromoterSelect.tsx';
import { RatioInput } from '../../../parts/RatioInput.tsx';
import { changedEdit, repeated, type SplitEdit, type WhatIfDraft, withEdit, withoutEdit } from './what-if-draft.ts';

interface Props {
  draft: WhatIfDraft;
  onChange: (draft: WhatIfDraft) => void;
  disabled: boolean;
}

/** The splits to imagine, each for a promoter, a product, both or everybody. */
export function SplitEdits({ draft, onChange, disabled }: Props) {
  const { t } = useTranslation('what_if');
  const twice = repeated(draft);
  const change = ({ key }: SplitEdit, facts: Partial<SplitEdit>) => onChange(changedEdit(draft, key, facts));
  return (
    <div className="ld-what-if__edits">
      {draft.edits.map((edit) => (
        <div key={edit.key} className="ld-what-if__edit">
          <PromoterSelect
            single
            name={t('promoter')}
            placeholder={t('everyone')}
            value={edit.promoter === null ? [] : [edit.promoter]}
            onChange={([promoter = null]) => change(edit, { promoter })}
            disabled={disabled}
          />
          <ProductSelect
            single
            name={t('product')}
            placeholder={t('every_product')}
            value={edit.product === null ? [] : [edit.product]}
            onChange={([product = null]) => change(edit, { product })}
            disabled={disabled}
          />
          <RatioInput
            name={t('ratio')}
            value={edit.ratio}
            onChange={(ratio) => change(edit, { ratio })}
            least={0}
            disabled={disabled}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('remove')}
            onClick={() => onChange(withoutEdit(draft, edit.key))}
            disabled={disabled}
          />
          {twice.has(edit.key) ? <span className="ld-bad-text">{t('twice')}</span> : null}
        </div>
      ))}
      <div className="ld-what-if__more">
        <Button icon={<PlusOutlined />} onClick={() => onChange(withEdit(draft))} disabled={disabled}>
          {t('add')}
        </Button>
        <Checkbox
          checked={draft.paysAll}
          onChange={(event) => onChange({ ...draft, paysAll: event.target.checked })}
          disabled={disabled}
        >
          {t('pays_all')}
        </Checkbox>
      </div>
    </div>
  );
}
