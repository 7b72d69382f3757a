import { CopyOutlined, SaveOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { POSTER_SIZES, type PosterContent } from '../../../shared/poster.ts';
import { bridge } from '../../app/bridge/bridge.ts';
import { useAction } from '../../app/client/index.ts';
import { useFailureNotice } from '../../parts/index.ts';
import { useShowItem } from '../../parts/use-show-item.ts';
import { fileName } from './file-name.ts';
import { useDrawing, useDrawn } from './use-drawing.ts';

/** The poster as it will be saved, drawn by the same code, and the way out of the program. */
export function PosterStage({ content, refused }: { content: PosterContent; refused: boolean }) {
  const { t } = useTranslation('material');
  const { message, notification } = App.useApp();
  const failureNotice = useFailureNotice();
  const drawing = useDrawing();
  const { canvas, state, again } = useDrawn(drawing, content);
  const [busy, setBusy] = useState(false);
  const show = useShowItem();
  const save = useAction('poster.save', {
    onDone: ({ file }) =>
      notification.success({
        key: 'poster-saved',
        title: t('saved'),
        description: file,
        actions: (
          <Button size="small" onClick={() => show(file)}>
            {t('show')}
          </Button>
        ),
      }),
  });
  const { width, height } = POSTER_SIZES[content.size];

  /** Draws the file anew: what is on screen are pixels already handed over. */
  const withFile = async (use: (png: Uint8Array<ArrayBuffer>) => Promise<void>) => {
    if (!drawing) return;
    setBusy(true);
    try {
      await use(await drawing.png(content));
    } catch (error) {
      failureNotice(error);
    } finally {
      setBusy(false);
    }
  };
  const saveFile = async () => {
    const name = t('file_name', { promoter: content.promoter_name, product: content.title });
    const file = await bridge().saveFile(fileName(name));
    if (file !== null) await withFile(async (png) => void (await save.mutateAsync({ file, png }).catch(() => {})));
  };
  const copy = () =>
    withFile(async (png) => {
      const blob = new Blob([png], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })]);
      void message.success(t('copied'));
    });

  return (
    <section className="ld-poster" aria-label={t('poster')}>
      <div className="ld-poster__sheet" aria-busy={state === 'drawing'}>
        {state === 'failed' ? (
          <div className="ld-poster__failed" role="alert">
            <p>{t('draw_failed')}</p>
            <Button onClick={again}>{t('draw_again')}</Button>
          </div>
        ) : null}
        <canvas
          key={content.size}
          ref={canvas}
          width={width}
          height={height}
          hidden={state === 'failed'}
          role="img"
          aria-label={t('preview', { title: content.title, promoter: content.promoter_name })}
        />
      </div>
      <footer className="ld-poster__foot">
        <span className="ld-faint">{t('pixels', { width, height })}</span>
        {refused ? (
          <span className="ld-poster__refused" role="alert">
            {t('refused')}
          </span>
        ) : null}
        <Button icon={<CopyOutlined />} disabled={refused || busy} onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <Button
          type="primary"
          icon={<SaveOutlined />}
          disabled={refused}
          loading={busy || save.isPending}
          onClick={() => void saveFile()}
        >
          {t('save')}
        </Button>
      </footer>
    </section>
  );
}
