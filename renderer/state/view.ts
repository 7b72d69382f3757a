import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { type ViewColumn, viewColumn } from '../../shared/contract/view.ts';
import type { Language } from '../app/i18n/setup.ts';

export type ThemeChoice = 'light' | 'dark' | 'system';

/** How much room a row takes. */
export const DENSITIES = ['compact', 'normal', 'relaxed'] as const;
export type Density = (typeof DENSITIES)[number];

/** How the window looks: nothing of the business is kept here. Remembered by the window's own storage. */
export interface ViewState {
  theme: ThemeChoice;
  language: Language;
  railFolded: boolean;
  /** Columns by table, in their order; a column never mentioned is shown, placed and sized as its table says. */
  columns: Record<string, ViewColumn[]>;
  /** Density by table; normal where none was chosen. */
  density: Record<string, Density>;
  setTheme: (theme: ThemeChoice) => void;
  setLanguage: (language: Language) => void;
  foldRail: (folded: boolean) => void;
  setColumns: (table: string, columns: ViewColumn[]) => void;
  resetColumns: (table: string) => void;
  setDensity: (table: string, density: Density) => void;
}

type Remembered = Pick<ViewState, 'theme' | 'language' | 'railFolded' | 'columns' | 'density'>;

const FRESH: Remembered = { theme: 'system', language: 'zh', railFolded: false, columns: {}, density: {} };

/**
 * What an older window remembered: columns were once `{ [id]: shown }` by table. Whatever makes no sense is dropped,
 * column by column, so that one bad entry does not cost the others.
 */
export function migrateView(remembered: unknown): Remembered {
  const old = (typeof remembered === 'object' && remembered !== null ? remembered : {}) as Partial<Remembered>;
  const columns: Remembered['columns'] = {};
  for (const [table, choice] of Object.entries(old.columns ?? {})) {
    const entries: unknown[] = Array.isArray(choice)
      ? choice
      : Object.entries((choice ?? {}) as object).map(([id, shown]) => ({ id, shown }));
    const read = entries.map((entry) => viewColumn.safeParse(entry)).filter(({ success }) => success);
    columns[table] = read.map(({ data }) => data!);
  }
  return { ...FRESH, ...old, columns, density: old.density ?? {} };
}

export const useView = create<ViewState>()(
  persist(
    (set) => ({
      ...FRESH,
      setTheme: (theme) => set({ theme }),
      setLanguage: (language) => set({ language }),
      foldRail: (railFolded) => set({ railFolded }),
      setColumns: (table, columns) => set((view) => ({ columns: { ...view.columns, [table]: columns } })),
      resetColumns: (table) =>
        set(({ columns }) => ({
          columns: Object.fromEntries(Object.entries(columns).filter(([name]) => name !== table)),
        })),
      setDensity: (table, density) => set((view) => ({ density: { ...view.density, [table]: density } })),
    }),
    { name: 'league-desk-view', version: 1, migrate: migrateView },
  ),
);

/** The columns staff chose for a table, to be kept in a saved view; undefined where they left it as it is. */
export function columnsOfTable(table: string): ViewColumn[] | undefined {
  return useView.getState().columns[table];
}

/** Gives a table the columns of a saved view; undefined puts it back as it was made. */
export function setColumnsOfTable(table: string, columns: ViewColumn[] | undefined): void {
  const view = useView.getState();
  if (columns) view.setColumns(table, columns);
  else view.resetColumns(table);
}
