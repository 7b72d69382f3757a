import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../../app/client/index.ts';
import { formatCount, IdText, Loaded } from '../../../parts/index.ts';

/** Follows the chain of the log from its first entry and says whether it holds. */
export function AuditProof({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('audit');
  const verdict = useRoute('audit.verify', {});
  return (
    <Modal open title={t('proof.title')} onCancel={onClose} footer={null} width={520}>
      <Loaded query={verdict} lines={3}>
        {({ entries, broken_at, head }) => (
          <div className="ld-audit__proof">
            {broken_at === null ? (
              <p>
                <CheckCircleFilled className="ld-ok-text" /> {t('proof.holds', { entries: formatCount(entries) })}
              </p>
            ) : (
              <p>
                <CloseCircleFilled className="ld-bad-text" /> {t('proof.broken', { entry: broken_at })}
              </p>
            )}
            <p className="ld-soft">{t(broken_at === null ? 'proof.head_hint' : 'proof.broken_hint')}</p>
            {head ? <IdText id={head} /> : null}
          </div>
        )}
      </Loaded>
    </Modal>
  );
}
