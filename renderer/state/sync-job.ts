import { create } from 'zustand';

/** The sync run the window watches, wherever it was started: top bar, palette, sync room. */
export const useSyncJob = create<{ jobId: string | null; watch: (jobId: string | null) => void }>()((set) => ({
  jobId: null,
  watch: (jobId) => set({ jobId }),
}));
