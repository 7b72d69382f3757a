import { useCallback, useRef, useState } from 'react';
import type { ImportColumns, ImportKind, ImportPreview, ImportSide } from '../../../../../shared/contract/import.ts';
import { useDesk } from '../../../../app/client/index.ts';

/** A file in the page's memory. */
export interface OpenFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What somebody chose otherwise than it was guessed. */
export interface ImportChoice {
  kind?: ImportKind;
  side?: ImportSide;
  columns?: ImportColumns;
}

export interface Opened {
  file: OpenFile;
  choice: ImportChoice;
  /** As it was read last; null while the first reading is under way. */
  preview: ImportPreview | null;
  reading: boolean;
  error: unknown;
}

const KINDS = /\.(xlsx|csv|tsv|txt)$/i;

/** Opens a file and reads it anew with every choice; an older reading that comes late is dropped. */
export function useImport() {
  const desk = useDesk();
  const [opened, setOpened] = useState<Opened | null>(null);
  const latest = useRef(0);

  const read = useCallback(
    async (file: OpenFile, choice: ImportChoice) => {
      latest.current += 1;
      const turn = latest.current;
      setOpened((before) => ({
        file,
        choice,
        preview: before?.file === file ? before.preview : null,
        reading: true,
        error: null,
      }));
      try {
        const preview = await desk.act('import.open', { ...file, ...choice });
        if (turn === latest.current) setOpened({ file, choice, preview, reading: false, error: null });
      } catch (error) {
        if (turn === latest.current) setOpened({ file, choice, preview: null, reading: false, error });
      }
    },
    [desk],
  );

  const open = useCallback(
    async (file: File) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await read({ name: file.name, bytes }, {});
    },
    [read],
  );
  const choose = useCallback(
    (choice: ImportChoice) => {
      if (opened) void read(opened.file, { ...opened.choice, ...choice });
    },
    [opened, read],
  );
  const close = useCallback(() => {
    latest.current += 1;
    setOpened(null);
  }, []);
  return { opened, open, choose, close };
}

/** Whether a file may be a table by its name; what its bytes are the service says. */
export function mayBeTable(name: string): boolean {
  return KINDS.test(name);
}
