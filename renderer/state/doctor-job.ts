import { create } from 'zustand';

/** The check-up whose result is still looked at when staff come back from another room; gone with the window. */
export const useDoctorJob = create<{ jobId: string | null; watch: (jobId: string | null) => void }>()((set) => ({
  jobId: null,
  watch: (jobId) => set({ jobId }),
}));
