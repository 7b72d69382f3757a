import { useTranslation } from 'react-i18next';
import { useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { EmptyState, Loaded } from '../../../parts/index.ts';
import { CallList } from './CallList.tsx';
import { EndpointTable } from './EndpointTable.tsx';
import './ledger.css';

const LIMIT = 200;

/** Every call to the platform: use and limits by endpoint, and the last single calls with the platform's ids. */
export default function LedgerTab() {
  const { t } = useTranslation('ledger');
  const { params, set } = useFilters();
  const failedOnly = params.get('failed') === '1';
  const ledger = useRoute('sync.ledger', { limit: LIMIT, failed_only: failedOnly }, { keep: true });
  return (
    <Loaded query={ledger} lines={10}>
      {({ rows, by_endpoint: uses }) =>
        rows.length === 0 && uses.length === 0 ? (
          <EmptyState title={t('empty')} />
        ) : (
          <div className="ld-stack">
            <EndpointTable uses={uses} />
            <CallList rows={rows} failedOnly={failedOnly} onFailedOnly={(on) => set({ failed: on ? 1 : null })} />
          </div>
        )
      }
    </Loaded>
  );
}
