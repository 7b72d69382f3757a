import { CheckCircleFilled, CloseOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorState, formatCount, JobProgress } from '../../../parts/index.ts';
import { useShowItem } from '../../../parts/use-show-item.ts';
import type { StatementWork } from './use-statement.ts';

/** What becomes of the statement that is being written. */
export function StatementBar({ work, onClose }: { work: StatementWork; onClose: () => void }) {
  const { t } = useTranslation('report');
  const show = useShowItem();
  const { name, watched, result } = work;
  const { job, running } = watched;
  return (
    <div className="ld-statement-bar" role="status">
      {running ? <JobProgress watched={watched} step={t('writing', { name })} /> : null}
      {result ? (
        <>
          <CheckCircleFilled className="ld-statement-bar__ok" />
          <span>{t('written', { name, rows: formatCount(result.rows) })}</span>
          <span className="ld-faint ld-ellipsis" title={result.file}>
            {result.file.split(/[\\/]/).at(-1)}
          </span>
          <Button size="small" icon={<FolderOpenOutlined />} onClick={() => show(result.file)}>
            {t('show')}
          </Button>
        </>
      ) : null}
      {job?.state === 'cancelled' ? <span className="ld-soft">{t('stopped')}</span> : null}
      {job?.state === 'failed' ? <ErrorState error={job.error} small /> : null}
      {running ? null : (
        <Button size="small" type="text" icon={<CloseOutlined />} onClick={onClose} aria-label={t('close')} />
      )}
    </div>
  );
}
