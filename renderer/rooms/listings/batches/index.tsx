import { useFilters } from '../../../app/router/address.ts';
import { BatchList } from './BatchList.tsx';
import { BatchPage } from './BatchPage.tsx';
import '../../partnerships/partnerships.css';
import './batches.css';

/** All batches, or the one that is open. */
export default function BatchesView() {
  const { params, set } = useFilters();
  const batch = Number(params.get('batch'));
  const open = (batch_id: number | null) => set({ batch: batch_id, state: null, search: null });
  return Number.isSafeInteger(batch) && batch > 0 ? (
    <BatchPage key={batch} batchId={batch} onOpen={open} />
  ) : (
    <BatchList onOpen={open} />
  );
}
