import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListingRow } from '../../../shared/contract/listing.ts';
import { useAction } from '../../app/client/index.ts';
import { ErrorState } from '../../parts/index.ts';
import { productKeyOf } from '../products/product-identity.ts';
import { SplitEditor } from './SplitEditor.tsx';
import { SplitOutcomes } from './SplitOutcomes.tsx';
import { SplitPreview } from './SplitPreview.tsx';
import { changedSplits, draftOf, splitsOf } from './split-draft.ts';
import { titlesOf } from './titles.ts';

/** Changes the splits of one product on the shelf; promoters left out keep what they have. */
export function SplitsDialog({ listing, onClose }: { listing: ListingRow; onClose: () => void }) {
  const { t } = useTranslation('listings');
  const [draft, setDraft] = useState(() => draftOf(listing));
  const save = useAction('listing.set_splits', { quiet: true });
  const splits = splitsOf(draft);
  return (
    <Modal
      open
      width={640}
      title={t('dialog.edit_title')}
      onCancel={onClose}
      footer={
        save.data ? (
          <Button type="primary" onClick={onClose}>
            {t('outcome.done')}
          </Button>
        ) : (
          <>
            {splits === null ? <span className="ld-split-wrong">{t('dialog.ratio_wrong')}</span> : null}
            <Button
              type="primary"
              disabled={splits === null}
              loading={save.isPending}
              onClick={() =>
                splits &&
                save.mutate({ product: productKeyOf(listing), ...splits, splits: changedSplits(splits, listing) })
              }
            >
              {t('dialog.save')}
            </Button>
          </>
        )
      }
    >
      {save.data ? (
        <SplitOutcomes
          headline={t('outcome.saved')}
          outcomes={save.data.splits}
          feedError={save.data.feed_error}
          titles={titlesOf([listing])}
        />
      ) : (
        <>
          {save.error ? <ErrorState error={save.error} small /> : null}
          <p className="ld-split-title">{listing.title}</p>
          <SplitEditor draft={draft} onChange={setDraft} kept={listing.splits.map((split) => split.promoter_appid)} />
          <SplitPreview products={[listing]} draft={draft} />
        </>
      )}
    </Modal>
  );
}
