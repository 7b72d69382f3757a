import { App, Button, Modal, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../../app/client/index.ts';
import { ErrorState, formatCount } from '../../../../parts/index.ts';
import { ImportMapping } from './ImportMapping.tsx';
import { ReadingSums } from './ReadingSums.tsx';
import { RefusedRows } from './RefusedRows.tsx';
import type { ImportChoice, Opened } from './use-import.ts';

interface Props {
  period: string;
  opened: Opened;
  onChoose: (choice: ImportChoice) => void;
  onClose: () => void;
}

/** What a file holds, how its columns are read and which rows are left out, before anything is written. */
export function ImportDialog({ period, opened, onChoose, onClose }: Props) {
  const { t } = useTranslation('funds');
  const { message } = App.useApp();
  const { file, choice, preview, reading, error } = opened;
  const add = useAction('import.add', {
    quiet: true,
    onDone: ({ name, counted_rows }) => {
      message.success(t('import.done', { name, rows: formatCount(counted_rows) }));
      onClose();
    },
  });
  const usable = preview !== null && preview.counted_rows > 0 && preview.known === null;
  return (
    <Modal
      open
      width={880}
      title={`${t('import.title', { period })} · ${file.name}`}
      onCancel={onClose}
      footer={
        <Button
          type="primary"
          disabled={!usable || reading}
          loading={add.isPending}
          onClick={() => add.mutate({ ...file, ...choice, period })}
        >
          {t('import.confirm', { count: preview?.counted_rows ?? 0 })}
        </Button>
      }
    >
      {error || add.error ? <ErrorState error={error ?? add.error} small /> : null}
      {preview === null ? (
        error ? null : (
          <p className="ld-soft ld-funds__reading">
            <Spin size="small" /> {t('import.reading')}
          </p>
        )
      ) : (
        <Spin spinning={reading}>
          <div className="ld-stack">
            {preview.known === null ? null : (
              <p className="ld-banner ld-banner--warn" role="alert">
                {t('import.known', { id: preview.known })}
              </p>
            )}
            {preview.missing.length === 0 ? (
              <ReadingSums reading={preview} />
            ) : (
              <p className="ld-banner ld-banner--warn" role="alert">
                {t('import.missing', {
                  fields: preview.missing.map((field) => t(`import.fields.${field}`)).join('、'),
                })}
              </p>
            )}
            <ImportMapping preview={preview} onChoose={onChoose} />
            {preview.refused_rows > 0 ? <RefusedRows reading={preview} /> : null}
          </div>
        </Spin>
      )}
    </Modal>
  );
}
