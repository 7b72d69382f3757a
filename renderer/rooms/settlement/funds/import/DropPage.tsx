import { FileExcelOutlined } from '@ant-design/icons';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * A page that takes dropped files anywhere on it and says so while one is over it. The button that chooses a file does
 * the same by keyboard.
 */
export function DropPage({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
  const { t } = useTranslation('funds');
  const [over, setOver] = useState(false);
  // Entering a child leaves its parent: only the last one out has left the page.
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the import button does the same by keyboard
    <div
      className="ld-period-page ld-funds"
      data-testid="funds-drop"
      onDragEnter={(event) => {
        if (!hasFiles(event)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault();
      }}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) leave();
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        leave();
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? (
        <div className="ld-funds__drop" aria-hidden>
          <FileExcelOutlined />
          {t('import.drop')}
        </div>
      ) : null}
    </div>
  );
}
