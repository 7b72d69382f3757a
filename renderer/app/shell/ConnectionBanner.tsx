import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServiceState } from '../bridge/service-state.ts';
import { useConnection } from '../client/desk-context.ts';

/** A start slower than this deserves a word. */
const PATIENCE_MILLIS = 6000;

/** Says that the service is on its way back, above whatever is shown. Nothing is said while all is well. */
export function ConnectionBanner() {
  const { t } = useTranslation('app');
  const { phase } = useConnection();
  const service = useServiceState((state) => state.service);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (phase !== 'waiting') return;
    const timer = setTimeout(() => setSlow(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, [phase]);

  if (phase === 'gone' || service.phase === 'restarting') {
    return (
      <div className="ld-banner ld-banner--warn ld-banner--wide" role="status" data-testid="service-gone">
        {t('connection.gone')}
      </div>
    );
  }
  if (phase === 'waiting' && slow) {
    return (
      <div className="ld-banner ld-banner--warn ld-banner--wide" role="status">
        {t('connection.slow')}
      </div>
    );
  }
  return null;
}
