import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PosterRun } from '../../../shared/contract/poster.ts';
import type { JobState } from '../../app/client/index.ts';
import { ErrorState, useFailureText } from '../../parts/index.ts';
import { useShowItem } from '../../parts/use-show-item.ts';

/** How a batch ended; every poster that was not made with its reason. */
export function BatchOutcome({ job }: { job: JobState }) {
  const { t } = useTranslation('material');
  const show = useShowItem();
  const text = useFailureText();
  if (job.state === 'cancelled') return <p className="ld-banner">{t('batch_cancelled')}</p>;
  if (job.state === 'failed') return <ErrorState error={job.error} small />;
  const { file, drawn, failed, failures } = job.result as PosterRun;
  return (
    <>
      <p className={`ld-banner ${failed > 0 ? 'ld-banner--warn' : 'ld-banner--ok'}`} role="status">
        <span>{t('batch_done', { drawn })}</span>
        {failed > 0 ? <span>{t('batch_failed', { failed })}</span> : null}
        <code>{file}</code>
        <Button size="small" className="ld-banner__end" onClick={() => show(file)}>
          {t('show')}
        </Button>
      </p>
      {failures.length > 0 ? (
        <table className="ld-poster-batch__failures">
          <thead>
            <tr>
              <th>{t('batch_promoters')}</th>
              <th>{t('batch_products')}</th>
              <th>{t('batch_reason')}</th>
            </tr>
          </thead>
          <tbody>
            {failures.map((one) => (
              <tr key={`${one.promoter_appid} ${one.product_id}`}>
                <td>{one.promoter_name || one.promoter_appid}</td>
                <td>{one.title || one.product_id}</td>
                <td>{text({ code: one.error_code ?? '', params: {} }).title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
