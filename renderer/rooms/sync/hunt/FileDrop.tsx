import { FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HuntTable } from '../../../../shared/contract/hunt.ts';
import { useDesk } from '../../../app/client/index.ts';
import { ErrorState } from '../../../parts/index.ts';

/** A file in the page's memory with its head read, and the columns chosen so far. */
export interface OpenedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  table: HuntTable;
  columns: { order: number | null; time: number | null };
}

const KINDS = /\.(xlsx|csv)$/i;

/** Takes an Excel or CSV file by drop or by choice; its bytes go to the service, which reads them. */
export function FileDrop({ onOpen }: { onOpen: (file: OpenedFile) => void }) {
  const { t } = useTranslation('hunt');
  const desk = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [state, setState] = useState<'idle' | 'reading' | 'wrong' | { error: unknown }>('idle');

  const open = async (file: File) => {
    if (!KINDS.test(file.name)) return setState('wrong');
    setState('reading');
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const table = await desk.act('hunt.open_table', { name: file.name, bytes });
      onOpen({ name: file.name, bytes, table, columns: { order: table.order_column, time: table.time_column } });
    } catch (error) {
      setState({ error });
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void open(file);
  };

  return (
    <div className="ld-hunt__source">
      <span className="ld-hunt__label">{t('file.label')}</span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div
        className={`ld-drop${over ? ' ld-drop--over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        data-testid="hunt-drop"
      >
        {typeof state === 'object' ? (
          <ErrorState error={state.error} small onRetry={() => setState('idle')} />
        ) : (
          <>
            <FileExcelOutlined className="ld-drop__icon" />
            <span>{state === 'reading' ? t('file.reading') : t('file.drop')}</span>
            <Button loading={state === 'reading'} onClick={() => field.current?.click()}>
              {t('file.choose')}
            </Button>
            <span
              className={state === 'wrong' ? 'ld-bad-text' : 'ld-faint'}
              role={state === 'wrong' ? 'alert' : undefined}
            >
              {state === 'wrong' ? t('file.wrong') : t('file.kinds')}
            </span>
          </>
        )}
        <input
          ref={field}
          type="file"
          accept=".xlsx,.csv"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file may be chosen again after it was mended.
            event.target.value = '';
            if (file) void open(file);
          }}
          data-testid="hunt-file"
        />
      </div>
    </div>
  );
}
