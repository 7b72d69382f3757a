import { useTranslation } from 'react-i18next';
import { formatInstant, type Unix } from '../../../../shared/time.ts';
import { Instant, useFailureText } from '../../../parts/index.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { useSpan } from '../state/use-span.ts';

/** Why a key waits, in words and with its code. */
export function Reason({ code }: { code: string }) {
  const failureText = useFailureText();
  const { title, next } = failureText({ code, params: {} });
  return (
    <div className="ld-two-lines" title={next}>
      <span className="ld-ellipsis">{title}</span>
      <span className="ld-code ld-ellipsis">{code}</span>
    </div>
  );
}

export function Age({ since }: { since: Unix }) {
  const now = usePlatformNow();
  const span = useSpan();
  return <span title={formatInstant(since)}>{span(Math.max(0, now - since))}</span>;
}

/** A time that has passed means the next run. */
export function NextTry({ at }: { at: Unix }) {
  const { t } = useTranslation('sync');
  const now = usePlatformNow();
  return at <= now ? <span className="ld-soft">{t('quarantine.due')}</span> : <Instant at={at} />;
}
