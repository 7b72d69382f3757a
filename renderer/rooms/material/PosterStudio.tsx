import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PosterChoices as Choices } from '../../../shared/contract/poster.ts';
import { useRoute } from '../../app/client/index.ts';
import { useFilters } from '../../app/router/address.ts';
import { PromoterSelect } from '../../parts/choose/PromoterSelect.tsx';
import { EmptyState, ErrorState, Instant, LoadingState, Panel } from '../../parts/index.ts';
import { readProductText } from '../products/product-identity.ts';
import { Findings } from './Findings.tsx';
import { PosterChoices } from './PosterChoices.tsx';
import { PosterStage } from './PosterStage.tsx';
import { ProductKeySelect } from './ProductKeySelect.tsx';
import { ShareText } from './ShareText.tsx';

const NO_KEY = { shop_appid: '-', product_id: '-', plan_type: 0, head_supplier_appid: '' };

/** One poster: what is chosen at the left shows at the right at once. */
export function PosterStudio({ choices, onChange }: { choices: Choices; onChange: (choices: Choices) => void }) {
  const { t } = useTranslation('material');
  const { params, set } = useFilters();
  const productParam = params.get('product');
  const product = useMemo(() => readProductText(productParam), [productParam]);
  const promoter = params.get('promoter');
  const subject = product && promoter ? { product, promoter_appid: promoter } : null;
  const draft = useRoute(
    'poster.draft',
    { product: product ?? NO_KEY, promoter_appid: promoter ?? '-', ...choices },
    { enabled: subject !== null, keep: true },
  );
  const shown = subject ? draft.data : undefined;
  const refused = (shown?.benefits ?? []).some(({ findings }) => findings.some(({ grade }) => grade === 'refuse'));
  return (
    <div className="ld-studio">
      <div className="ld-studio__choices">
        <Panel title={t('poster')}>
          <div className="ld-studio__who">
            <span className="ld-poster-choice__name">{t('product')}</span>
            <ProductKeySelect
              single
              name={t('product')}
              placeholder={t('choose_product')}
              value={productParam ? [productParam] : []}
              onChange={([key]) => set({ product: key ?? null })}
            />
            <span className="ld-poster-choice__name">{t('promoter')}</span>
            <PromoterSelect
              single
              name={t('promoter')}
              placeholder={t('choose_promoter')}
              value={promoter ? [promoter] : []}
              onChange={([id]) => set({ promoter: id ?? null })}
            />
          </div>
          <PosterChoices choices={choices} checked={shown?.benefits ?? []} onChange={onChange} />
          {shown ? <Findings of={[shown.title]} kind="title" /> : null}
          {shown?.code_kind && shown.code_kind !== choices.code ? (
            <p className="ld-banner ld-banner--warn">{t('code_other')}</p>
          ) : null}
          {shown?.code_fetched_at ? (
            <p className="ld-faint ld-studio__foot">
              {t('code_age')} <Instant at={shown.code_fetched_at} as="ago" />
            </p>
          ) : null}
        </Panel>
        {subject ? (
          <ShareText {...subject} benefits={choices.benefits} />
        ) : (
          <Panel title={t('share')}>
            <p className="ld-faint">{t('share_empty')}</p>
          </Panel>
        )}
      </div>
      <div className="ld-studio__stage">
        {subject === null ? (
          <EmptyState title={t('empty')} text={t('empty_hint')} />
        ) : shown?.content ? (
          <PosterStage content={shown.content} refused={refused} />
        ) : shown?.code_error || draft.error ? (
          <ErrorState error={shown?.code_error ?? draft.error} onRetry={() => void draft.refetch()} />
        ) : (
          <LoadingState lines={8} />
        )}
      </div>
    </div>
  );
}
