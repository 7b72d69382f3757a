import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/error-text/failure-text.ts';
import { ErrorState } from '../../parts/ErrorState.tsx';
import { bridge } from '../bridge/bridge.ts';

/** In place of the whole window when the local data cannot be opened: what it is, what to do, and another try. */
export function StartFailure({ failure }: { failure: Failure }) {
  const { t } = useTranslation('app');
  const [trying, setTrying] = useState(false);
  const restart = () => {
    setTrying(true);
    void bridge()
      .restartService()
      .finally(() => setTrying(false));
  };
  const details = Object.entries(failure.params).map(([name, value]) => `${name}=${value}`);
  return (
    <main className="ld-start-failure" data-testid="start-failure" data-code={failure.code}>
      <h1>{t('start_failure.heading')}</h1>
      <ErrorState
        error={failure}
        actions={
          <>
            <Button type="primary" loading={trying} onClick={restart}>
              {t('start_failure.restart')}
            </Button>
            <Button onClick={() => void navigator.clipboard.writeText([failure.code, ...details].join('\n'))}>
              {t('start_failure.copy_details')}
            </Button>
          </>
        }
      />
      {details.length ? <p className="ld-code">{details.join(' · ')}</p> : null}
      <p className="ld-faint">{t('start_failure.reassure')}</p>
    </main>
  );
}
