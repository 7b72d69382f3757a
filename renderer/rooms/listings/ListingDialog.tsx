import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductRow } from '../../../shared/contract/product.ts';
import { useAction } from '../../app/client/index.ts';
import { goTo } from '../../app/router/address.ts';
import { ErrorState } from '../../parts/index.ts';
import { productKeyOf, productText } from '../products/product-identity.ts';
import { BatchChoice, type BatchDraft } from './BatchChoice.tsx';
import { SplitEditor } from './SplitEditor.tsx';
import { SplitOutcomes } from './SplitOutcomes.tsx';
import { SplitPreview } from './SplitPreview.tsx';
import { emptyDraft, splitsOf } from './split-draft.ts';
import { titlesOf } from './titles.ts';
import { useStage } from './use-stage.tsx';
import './listings.css';

const NAMED = 3;

interface Props {
  products: readonly ProductRow[];
  /** The products are on the shelf; the outcome is still shown. */
  onDone: () => void;
  onClose: () => void;
}

/** Puts the chosen products on the shelf: splits first, then what became of each. */
export function ListingDialog({ products, onDone, onClose }: Props) {
  const { t } = useTranslation(['listings', 'staging']);
  const [draft, setDraft] = useState(emptyDraft);
  const [batch, setBatch] = useState<BatchDraft>({ title: '' });
  const stage = useStage(() => {
    onDone();
    onClose();
  });
  const add = useAction('listing.add', { quiet: true, onDone });
  const splits = splitsOf(draft);
  // The shelf takes all or none, so what cannot be promoted now stays out from the start.
  const ready = products.filter((product) => product.promotable || product.listed);
  const closed = products.length - ready.length;
  const outcome = add.data;
  const confirmStage = () => {
    if (!splits) return;
    const keys = ready.map(productKeyOf);
    stage.mutate({
      ...batch,
      list: keys,
      default_ratio_ppm: splits.default_ratio_ppm,
      splits: splits.splits.length > 0 ? [{ products: keys, promoters: splits.splits }] : [],
    });
  };

  return (
    <Modal
      open
      width={640}
      title={t('dialog.title', { count: ready.length })}
      onCancel={onClose}
      mask={{ closable: !add.isPending && !stage.isPending }}
      footer={
        outcome ? (
          <>
            <Button onClick={() => goTo('listings')}>{t('outcome.to_listings')}</Button>
            <Button type="primary" onClick={onClose}>
              {t('outcome.done')}
            </Button>
          </>
        ) : (
          <>
            {splits === null ? <span className="ld-split-wrong">{t('dialog.ratio_wrong')}</span> : null}
            <Button
              title={t('staging:stage.hint')}
              disabled={splits === null || ready.length === 0 || add.isPending}
              loading={stage.isPending}
              onClick={confirmStage}
            >
              {t('staging:stage.button')}
            </Button>
            <Button
              type="primary"
              disabled={splits === null || ready.length === 0 || stage.isPending}
              loading={add.isPending}
              onClick={() => splits && add.mutate({ products: ready.map(productKeyOf), ...splits })}
            >
              {t('dialog.confirm')}
            </Button>
          </>
        )
      }
    >
      {outcome ? (
        <SplitOutcomes
          headline={t('outcome.listed', { count: outcome.listed })}
          outcomes={outcome.splits}
          feedError={outcome.feed_error}
          titles={titlesOf(products)}
        />
      ) : (
        <>
          {(add.error ?? stage.error) ? <ErrorState error={add.error ?? stage.error} small /> : null}
          <section className="ld-split-part">
            <h3>{t('dialog.chosen')}</h3>
            <ul className="ld-split-products">
              {ready.slice(0, NAMED).map((product) => (
                <li key={productText(product)} className="ld-ellipsis">
                  {product.title}
                </li>
              ))}
              {ready.length > NAMED ? (
                <li className="ld-faint">{t('dialog.and_more', { count: ready.length })}</li>
              ) : null}
            </ul>
            {closed ? (
              <p className="ld-banner ld-banner--warn">{t('dialog.not_promotable', { count: closed })}</p>
            ) : null}
          </section>
          <SplitEditor draft={draft} onChange={setDraft} />
          <SplitPreview products={ready} draft={draft} />
          <BatchChoice draft={batch} onChange={setBatch} />
        </>
      )}
    </Modal>
  );
}
