import { FileZipOutlined, FolderOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PosterChoices as Choices } from '../../../shared/contract/poster.ts';
import { bridge } from '../../app/bridge/bridge.ts';
import { useAction, useJob, useRoute } from '../../app/client/index.ts';
import { useFilters } from '../../app/router/address.ts';
import { PromoterSelect } from '../../parts/choose/PromoterSelect.tsx';
import { EmptyState, formatCount, JobProgress, Panel } from '../../parts/index.ts';
import { readProductText } from '../products/product-identity.ts';
import { BatchOutcome } from './BatchOutcome.tsx';
import { ChosenList } from './ChosenList.tsx';
import { PosterChoices } from './PosterChoices.tsx';
import { ProductKeySelect, ProductTitle } from './ProductKeySelect.tsx';

/** Posters of many promoters for many products, into an archive or a folder. */
export function PosterBatch({ choices, onChange }: { choices: Choices; onChange: (choices: Choices) => void }) {
  const { t } = useTranslation('material');
  const { params, set } = useFilters();
  const promoters = params.getAll('promoters');
  const products = params.getAll('products').filter((text) => readProductText(text) !== null);
  const checked = useRoute('poster.check_words', { texts: choices.benefits }, { keep: true });
  const [jobId, setJobId] = useState<string | null>(null);
  // A batch goes on when staff leave the room.
  const running = useRoute('job.list', {}).data?.find(({ kind, state }) => kind === 'poster' && state === 'running');
  const watched = useJob(jobId ?? running?.job_id ?? null);
  const start = useAction('poster.run', { onDone: ({ job_id }) => setJobId(job_id) });
  const count = promoters.length * products.length;
  const refused = (checked.data ?? []).some(({ findings }) => findings.some(({ grade }) => grade === 'refuse'));

  const run = async (as: 'zip' | 'folder') => {
    const file = as === 'zip' ? await bridge().saveFile(`${t('batch_file')}.zip`) : await bridge().chooseFolder();
    if (file === null) return;
    const keys = products.flatMap((text) => readProductText(text) ?? []);
    start.mutate({ ...choices, promoters, products: keys, as, file });
  };
  const able = count > 0 && !refused && !watched.running;

  return (
    <div className="ld-studio">
      <div className="ld-studio__choices">
        <Panel title={t('batch_who')}>
          <div className="ld-studio__who">
            <span className="ld-poster-choice__name">{t('batch_promoters')}</span>
            <PromoterSelect
              name={t('batch_promoters')}
              placeholder={t('choose_promoter')}
              value={promoters}
              onChange={(ids) => set({ promoters: ids })}
            />
            <span className="ld-poster-choice__name">{t('batch_products')}</span>
            <ProductKeySelect
              name={t('batch_products')}
              placeholder={t('choose_product')}
              value={products}
              onChange={(keys) => set({ products: keys })}
            />
          </div>
          <PosterChoices choices={choices} checked={checked.data ?? []} onChange={onChange} />
        </Panel>
      </div>
      <div className="ld-studio__stage">
        {count === 0 && watched.job === null ? (
          <EmptyState title={t('batch_choose')} text={t('batch_hint')} />
        ) : (
          <div className="ld-poster-batch">
            {watched.running ? (
              <JobProgress watched={watched} step={t('batch_step')} />
            ) : watched.job ? (
              <BatchOutcome job={watched.job} />
            ) : null}
            <div className="ld-poster-batch__lists">
              <ChosenList ids={products} title={t('batch_products')} Name={ProductTitle} />
              <ChosenList ids={promoters} title={t('batch_promoters')} />
            </div>
            <p className="ld-faint">{t('batch_hint')}</p>
          </div>
        )}
        <footer className="ld-poster__foot">
          <span>
            {t('batch_count', {
              promoters: formatCount(promoters.length),
              products: formatCount(products.length),
              count: formatCount(count),
            })}
          </span>
          {refused ? (
            <span className="ld-poster__refused" role="alert">
              {t('refused')}
            </span>
          ) : null}
          <Button icon={<FolderOutlined />} disabled={!able} onClick={() => void run('folder')}>
            {t('batch_folder')}
          </Button>
          <Button
            type="primary"
            icon={<FileZipOutlined />}
            disabled={!able}
            loading={start.isPending}
            onClick={() => void run('zip')}
          >
            {t('batch_zip')}
          </Button>
        </footer>
      </div>
    </div>
  );
}
