import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '../../../../shared/contract/routes.ts';
import { failureOf, useFailureText } from '../../../parts/failure-text.ts';
import { filePart, fileReason } from './import-reading.ts';

export type Imported = { file: string } & ({ done: RouteOutput<'view.import'> } | { error: unknown });

/** What an import brought, what of the file it left out and why, or why it brought nothing. */
export function ImportResult({ imported, onClose }: { imported: Imported | null; onClose: () => void }) {
  const { t } = useTranslation('views');
  return (
    <Modal open={imported !== null} title={t('import_title')} onCancel={onClose} footer={null} width={520}>
      {imported ? <p className="ld-export-path">{imported.file}</p> : null}
      {imported && 'done' in imported ? <Done {...imported.done} /> : null}
      {imported && 'error' in imported ? <Refused error={imported.error} /> : null}
    </Modal>
  );
}

function Done({ added, refused }: RouteOutput<'view.import'>) {
  const { t } = useTranslation(['views', 'orders']);
  return (
    <div className="ld-view-import">
      <b className={added.length ? 'ld-view-import__ok' : ''}>
        {added.length ? <CheckCircleFilled /> : null}
        {added.length ? t('imported', { count: added.length }) : t('imported_none')}
      </b>
      <ul>
        {added.map(({ view_id, name }) => (
          <li key={view_id}>{name}</li>
        ))}
      </ul>
      {refused.length ? (
        <>
          <b className="ld-view-import__bad">
            <WarningFilled />
            {t('refused', { count: refused.length })}
          </b>
          <ul>
            {refused.map(({ name, reason }, at) => {
              const part = filePart(reason);
              const field =
                'field' in part ? t(`orders:filter.${part.field}`) : `${t(`unclear_part.${part.part}`)} ${part.raw}`;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: entries of a file may share a name, and the list stands still
                <li key={at}>
                  {name || t('unnamed')} <small className="ld-faint">{t('unclear', { field: field.trim() })}</small>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation('views');
  const failure = failureOf(error);
  const { title, next } = useFailureText()(failure);
  const reason = failure.code === 'view.file_unreadable' ? fileReason(failure.params.reason) : null;
  return (
    <div className="ld-view-import" role="alert">
      <b className="ld-view-import__bad">
        <WarningFilled />
        {title}
      </b>
      {reason ? <p>{t(`unreadable.${reason}`)}</p> : null}
      <p className="ld-soft">{next}</p>
    </div>
  );
}
