import { DeleteOutlined } from '@ant-design/icons';
import { Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { PromoterNameById } from '../../parts/choose/names.tsx';
import { PromoterSelect } from '../../parts/choose/PromoterSelect.tsx';
import { RatioInput } from '../../parts/RatioInput.tsx';
import { type SplitDraft, withoutPromoter, withPromoter, withRatio } from './split-draft.ts';
import './listings.css';

interface Props {
  draft: SplitDraft;
  onChange: (draft: SplitDraft) => void;
  /** Promoters whose split is in force already: it can be changed, the platform has no way to take it away. */
  kept?: readonly string[];
  /** What choosing no default split means here, in words; left out: every promoter's own split. */
  unset?: string;
}

/** The default split and those of single promoters, for new listings and for one that exists. */
export function SplitEditor({ draft, onChange, kept = [], unset }: Props) {
  const { t } = useTranslation('listings');
  return (
    <>
      <section className="ld-split-part">
        <h3>{t('dialog.default')}</h3>
        <p className="ld-split-hint">{t('dialog.default_hint')}</p>
        <div className="ld-split-default">
          <Radio.Group
            value={draft.mode}
            onChange={(event) => onChange({ ...draft, mode: event.target.value as SplitDraft['mode'] })}
            options={[
              { value: 'own', label: unset ?? t('dialog.default_own') },
              { value: 'fixed', label: t('dialog.default_fixed') },
            ]}
          />
          {draft.mode === 'fixed' ? (
            <RatioInput
              name={t('dialog.default')}
              value={draft.default_ratio_ppm}
              onChange={(ratio) => onChange({ ...draft, default_ratio_ppm: ratio })}
            />
          ) : null}
        </div>
      </section>
      <section className="ld-split-part">
        <h3>{t('dialog.per_promoter')}</h3>
        <p className="ld-split-hint">{t('dialog.per_promoter_hint')}</p>
        {draft.splits.map((split) => (
          <div key={split.promoter_appid} className="ld-split-row">
            <span className="ld-split-name">
              <PromoterNameById id={split.promoter_appid} />
              <small>{split.promoter_appid}</small>
            </span>
            <RatioInput
              name={t('dialog.preview_ratio')}
              value={split.ratio_ppm}
              onChange={(ratio) => onChange(withRatio(draft, split.promoter_appid, ratio))}
            />
            {kept.includes(split.promoter_appid) ? null : (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('dialog.remove')}
                onClick={() => onChange(withoutPromoter(draft, split.promoter_appid))}
              />
            )}
          </div>
        ))}
        <PromoterSelect
          single
          className="ld-split-add"
          name={t('dialog.add_promoter')}
          placeholder={t('dialog.choose_promoter')}
          value={[]}
          without={draft.splits.map((split) => split.promoter_appid)}
          onChange={([id]) => id && onChange(withPromoter(draft, id))}
        />
      </section>
    </>
  );
}
