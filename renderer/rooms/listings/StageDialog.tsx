import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListingRow } from '../../../shared/contract/listing.ts';
import { ErrorState } from '../../parts/index.ts';
import { counted } from '../orders/review/counted.ts';
import { productKeyOf } from '../products/product-identity.ts';
import { BatchChoice, type BatchDraft } from './BatchChoice.tsx';
import { SplitEditor } from './SplitEditor.tsx';
import { SplitPreview } from './SplitPreview.tsx';
import { emptyDraft, splitsOf } from './split-draft.ts';
import { useStage } from './use-stage.tsx';

interface Props {
  /** Products on the shelf. */
  listings: readonly ListingRow[];
  onDone: () => void;
  onClose: () => void;
}

/** Stages what is to change on products that are on the shelf: their splits, or that they leave it. */
export function StageDialog({ listings, onDone, onClose }: Props) {
  const { t } = useTranslation(['staging', 'listings']);
  const [what, setWhat] = useState<'splits' | 'unlist'>('splits');
  const [draft, setDraft] = useState(emptyDraft);
  const [batch, setBatch] = useState<BatchDraft>({ title: '' });
  const stage = useStage(() => {
    onDone();
    onClose();
  });
  const splits = splitsOf(draft);
  const products = listings.map(productKeyOf);
  const confirm = () => {
    if (what === 'unlist') stage.mutate({ ...batch, unlist: products });
    else if (splits)
      stage.mutate({
        ...batch,
        ...(splits.default_ratio_ppm === null
          ? {}
          : { default_ratio_ppm: splits.default_ratio_ppm, defaults: products }),
        splits: splits.splits.length > 0 ? [{ products, promoters: splits.splits }] : [],
      });
  };
  const empty = what === 'splits' && (splits === null || (draft.mode === 'own' && draft.splits.length === 0));
  return (
    <Modal
      open
      width={640}
      title={t('stage.title', counted(products.length))}
      onCancel={onClose}
      footer={
        <>
          {what === 'splits' && splits === null ? (
            <span className="ld-split-wrong">{t('listings:dialog.ratio_wrong')}</span>
          ) : null}
          <Button type="primary" disabled={empty} loading={stage.isPending} onClick={confirm}>
            {t('stage.confirm')}
          </Button>
        </>
      }
    >
      {stage.error ? <ErrorState error={stage.error} small /> : null}
      <section className="ld-split-part">
        <h3>{t('stage.what')}</h3>
        <Radio.Group
          value={what}
          onChange={(event) => setWhat(event.target.value as typeof what)}
          options={[
            { value: 'splits', label: t('stage.splits') },
            { value: 'unlist', label: t('stage.unlist') },
          ]}
        />
      </section>
      {what === 'splits' ? (
        <>
          <SplitEditor draft={draft} onChange={setDraft} unset={t('stage.keep_default')} />
          <SplitPreview products={listings} draft={draft} />
        </>
      ) : null}
      <BatchChoice draft={batch} onChange={setBatch} />
    </Modal>
  );
}
