import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../app/bridge/bridge.ts';
import { useSync } from '../../app/client/index.ts';
import { useFailureNotice } from '../../parts/index.ts';
import type { Decided } from './DecideForm.tsx';

/** What became of a decision, and the next step where one is left. */
export function DecisionOutcome({ decided }: { decided: Decided }) {
  const { t } = useTranslation('partnerships');
  const { outcome, console_url: consoleUrl } = decided;
  const text = outcome === 'verified' ? t(`decide.done_verified_${decided.decision}`) : t(`decide.done_${outcome}`);
  const tone =
    outcome === 'verified' ? ' ld-banner--ok' : outcome === 'failed' ? ' ld-banner--bad' : ' ld-banner--warn';
  return (
    <div className={`ld-banner ld-outcome${tone}`} role="status" data-outcome={outcome}>
      <span>{text}</span>
      {outcome === 'console' && consoleUrl ? <OpenConsole url={consoleUrl} /> : null}
      {outcome === 'unverified' || outcome === 'console' ? <VerifyButton /> : null}
    </div>
  );
}

function OpenConsole({ url }: { url: string }) {
  const { t } = useTranslation('partnerships');
  const notice = useFailureNotice();
  const open = () =>
    void bridge()
      .openExternal(url)
      .then((answer) => {
        if (!answer.ok) notice(answer.error);
      });
  return (
    <Button size="small" type="primary" onClick={open}>
      {t('decide.open_console')}
    </Button>
  );
}

/** Reads only the shops again; what the platform says then is the truth. */
export function VerifyButton() {
  const { t } = useTranslation('partnerships');
  const { running, start, starting } = useSync();
  return (
    <Button size="small" loading={starting || running} onClick={() => start({ only: ['shops'] })}>
      {t('decide.verify')}
    </Button>
  );
}
