import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportedFile } from '../../../../../shared/contract/import.ts';
import { useAction } from '../../../../app/client/index.ts';
import { EmptyState, Instant, Money, Tag } from '../../../../parts/index.ts';
import { ReadingSums } from './ReadingSums.tsx';
import { RefusedRows } from './RefusedRows.tsx';

/** Every file that was imported: what it said, what was left out of it, and how it was read. */
export function ImportsDrawer({
  open,
  files,
  onClose,
}: {
  open: boolean;
  files: readonly ImportedFile[];
  onClose: () => void;
}) {
  const { t } = useTranslation('funds');
  return (
    <Drawer open={open} onClose={onClose} size={680} title={t('import.list')} destroyOnHidden>
      {files.length === 0 ? (
        <EmptyState title={t('import.list_none')} text={t('import.list_none_hint')} />
      ) : (
        <ol className="ld-funds__imports">
          {files.map((file) => (
            <ImportItem key={file.import_id} file={file} />
          ))}
        </ol>
      )}
    </Drawer>
  );
}

function ImportItem({ file }: { file: ImportedFile }) {
  const { t } = useTranslation('funds');
  const { modal, message } = App.useApp();
  const [details, setDetails] = useState(false);
  const withdraw = useAction('import.withdraw', {
    onDone: ({ name }) => message.success(t('import.withdraw_done', { name })),
  });
  const ask = () =>
    modal.confirm({
      title: t('import.withdraw_title'),
      content: (
        <>
          <p>
            <b>{file.name}</b>
          </p>
          <p>{t('import.withdraw_hint')}</p>
        </>
      ),
      okText: t('import.withdraw'),
      onOk: () => withdraw.mutateAsync({ import_id: file.import_id }).catch(() => {}),
    });
  return (
    <li className={file.withdrawn ? 'ld-funds__import ld-funds__import--withdrawn' : 'ld-funds__import'}>
      <header>
        <b className="ld-ellipsis" title={file.name}>
          {file.name}
        </b>
        <Tag>{t(`import.kinds.${file.kind}`)}</Tag>
        <span>{file.period}</span>
        <Money fen={file.amount_fen} />
        {file.refused_rows > 0 ? (
          <Tag tone="warn">
            {t('import.refused')} {t('import.rows', { count: file.refused_rows })}
          </Tag>
        ) : null}
        <span className="ld-funds__import-actions">
          <Button size="small" type="text" aria-expanded={details} onClick={() => setDetails(!details)}>
            {t('import.details')}
          </Button>
          {file.withdrawn ? null : (
            <Button size="small" danger loading={withdraw.isPending} onClick={ask}>
              {t('import.withdraw')}
            </Button>
          )}
        </span>
      </header>
      <p className="ld-faint">
        {t('import.imported_by', { by: file.imported_by })} · <Instant at={file.imported_at} /> ·{' '}
        {t('import.encoding', { encoding: file.encoding.toUpperCase(), sheet: file.sheet || '—' })}
        {file.withdrawn ? (
          <>
            {' '}
            · {t('import.withdrawn', { by: file.withdrawn.by })} <Instant at={file.withdrawn.at} />
          </>
        ) : null}
      </p>
      {details ? (
        <div className="ld-stack">
          <ReadingSums reading={file} />
          <p className="ld-soft">
            {t(`import.sides.${file.side}`)} ·{' '}
            {file.columns
              .map(({ heading, as }) => t('import.read_as', { heading, field: t(`import.fields.${as}`) }))
              .join(' · ')}
          </p>
          {file.refused_rows > 0 ? <RefusedRows reading={file} /> : null}
        </div>
      ) : null}
    </li>
  );
}
