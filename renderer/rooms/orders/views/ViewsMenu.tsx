import { DownOutlined, EyeOutlined } from '@ant-design/icons';
import { App, Button, Popover } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../../../shared/contract/view.ts';
import { bridge } from '../../../app/bridge/bridge.ts';
import { useDesk } from '../../../app/client/index.ts';
import type { OrderQuestion } from '../address.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { type Imported, ImportResult } from './ImportResult.tsx';
import { NameDialog, type Naming } from './NameDialog.tsx';
import { useViews } from './use-views.ts';
import { type ViewAct, ViewList } from './ViewList.tsx';
import './views.css';

interface Props {
  question: OrderQuestion;
  onQuestion: (question: OrderQuestion) => void;
}

/** Questions worth keeping: opened, saved, handed to others. The button says which of them the page shows. */
export function ViewsMenu({ question, onQuestion }: Props) {
  const { t } = useTranslation('views');
  const { message } = App.useApp();
  const desk = useDesk();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [naming, setNaming] = useState<Naming | null>(null);
  const [exporting, setExporting] = useState<string[] | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const { views, today, present, ...saved } = useViews(question, onQuestion);

  const leave = () => {
    setOpen(false);
    button.current?.focus();
  };
  const act = (deed: ViewAct, view: SavedView) => {
    if (deed === 'overwrite') saved.overwrite(view);
    else if (deed === 'remove') saved.drop(view);
    else {
      setOpen(false);
      if (deed === 'rename') setNaming({ kind: 'rename', view });
      else setExporting([view.view_id]);
    }
  };
  const importFile = async () => {
    setOpen(false);
    const file = await bridge().chooseFile([{ name: t('file_kind'), extensions: ['ldviews', 'json'] }]);
    if (file === null) return;
    try {
      setImported({ file, done: await desk.act('view.import', { file }) });
    } catch (error) {
      setImported({ file, error });
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
  return (
    <>
      <Popover
        open={open}
        onOpenChange={setOpen}
        afterOpenChange={(opened) => {
          if (opened) panel.current?.querySelector('button')?.focus();
        }}
        trigger="click"
        placement="bottomRight"
        arrow={false}
        destroyOnHidden
        content={
          // biome-ignore lint/a11y/noStaticElementInteractions: Escape is caught on its way up from the buttons
          <div ref={panel} className="ld-views" onKeyDown={onKey}>
            {views.length ? (
              <ViewList
                views={views}
                present={present}
                onOpen={(view) => {
                  saved.open(view);
                  leave();
                }}
                onAct={act}
              />
            ) : (
              <div className="ld-views__none">
                <b>{t('none')}</b>
                <p className="ld-faint">{t('none_hint')}</p>
              </div>
            )}
            <div className="ld-views__foot">
              <Button
                type="primary"
                onClick={() => {
                  setOpen(false);
                  setNaming({ kind: 'new' });
                }}
              >
                {t('save')}
              </Button>
              <Button onClick={() => void importFile()}>{t('import')}</Button>
              <Button
                disabled={views.length === 0}
                onClick={() => {
                  setOpen(false);
                  setExporting(views.map(({ view_id }) => view_id));
                }}
              >
                {t('export')}
              </Button>
            </div>
          </div>
        }
      >
        <Button ref={button} icon={<EyeOutlined />} aria-expanded={open} data-testid="views">
          <span className="ld-views__present">{present?.name ?? t('button')}</span>
          <DownOutlined className="ld-views__down" />
        </Button>
      </Popover>
      <NameDialog
        naming={naming}
        question={question}
        today={today}
        onDone={({ name }) => {
          setNaming(null);
          void message.success(t('saved', { name }));
        }}
        onClose={() => setNaming(null)}
      />
      <ExportDialog chosen={exporting} views={views} onClose={() => setExporting(null)} />
      <ImportResult imported={imported} onClose={() => setImported(null)} />
    </>
  );
}
