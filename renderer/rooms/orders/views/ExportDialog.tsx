import { App, Button, Checkbox, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../../../shared/contract/view.ts';
import { dayOf } from '../../../../shared/time.ts';
import { bridge } from '../../../app/bridge/bridge.ts';
import { useAction } from '../../../app/client/index.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { useShowItem } from '../../../parts/use-show-item.ts';

interface Props {
  /** Ids chosen to begin with; null: closed. */
  chosen: readonly string[] | null;
  views: readonly SavedView[];
  onClose: () => void;
}

/** Chosen views into one file that another office can read. */
export function ExportDialog({ chosen, views, onClose }: Props) {
  const { t } = useTranslation('views');
  const { message } = App.useApp();
  const show = useShowItem();
  const [ids, setIds] = useState<string[]>([]);
  const stamp = dayOf(usePlatformNow()).replaceAll('-', '');
  useEffect(() => {
    if (chosen) setIds([...chosen]);
  }, [chosen]);
  const write = useAction('view.export', {
    onDone: ({ file, views: count }) => {
      onClose();
      void message.success(
        <span>
          {t('exported', { count })}
          <Button type="link" size="small" onClick={() => show(file)}>
            {t('show')}
          </Button>
        </span>,
        8,
      );
    },
  });
  const choose = async () => {
    const file = await bridge().saveFile(`${t('export_file', { stamp })}.ldviews`);
    if (file !== null) write.mutate({ view_ids: ids, file });
  };
  const all = ids.length === views.length;
  return (
    <Modal
      open={chosen !== null}
      title={t('export_title')}
      onCancel={onClose}
      width={480}
      footer={
        <Button type="primary" disabled={ids.length === 0} loading={write.isPending} onClick={() => void choose()}>
          {t('export_ok', { count: ids.length })}
        </Button>
      }
    >
      <p className="ld-soft">{t('export_hint')}</p>
      <Checkbox
        checked={all}
        indeterminate={ids.length > 0 && !all}
        onChange={() => setIds(all ? [] : views.map(({ view_id }) => view_id))}
      >
        {t('export_all')}
      </Checkbox>
      <Checkbox.Group
        className="ld-view-choice"
        value={ids}
        onChange={setIds}
        options={views.map(({ view_id, name }) => ({ value: view_id, label: name }))}
      />
    </Modal>
  );
}
