import { CheckCircleOutlined, ClockCircleOutlined, DisconnectOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DeskStatus } from '../../../shared/contract/desk.ts';
import { formatInstant } from '../../../shared/time.ts';
import { useAgo, useNow } from '../../parts/ago.ts';
import { useFailureText } from '../../parts/failure-text.ts';
import { useClockSkew } from '../../parts/platform-now.ts';
import { addressOf } from '../router/address.ts';
import { type KnownState, knownState } from './known-state.ts';

const ICONS = {
  never: ClockCircleOutlined,
  fresh: CheckCircleOutlined,
  old: ClockCircleOutlined,
  offline: DisconnectOutlined,
};

/** «数据截至 …» in the top bar; exact times and the last failure on hover, the sync room on click. */
export function KnownAsOf({ status }: { status: DeskStatus }) {
  const { t } = useTranslation('app');
  const ago = useAgo();
  // Ages are told by the platform's clock: a machine that is days off would call fresh data old.
  const skew = useClockSkew();
  const now = useNow() + skew;
  const known = knownState(status, now);
  const Icon = ICONS[known.kind];
  return (
    <Tooltip title={<Exact status={status} known={known} />} placement="bottom">
      <Link href={addressOf('sync')} className={`ld-known ld-known--${known.kind}`} data-known={known.kind}>
        <Icon />
        <span>
          {known.kind === 'offline'
            ? known.at === null
              ? t('known.offline_never')
              : t('known.offline', { when: formatInstant(known.at).slice(0, 16) })
            : known.at === null
              ? t('known.never')
              : t('known.as_of', { when: ago(known.at, skew) })}
        </span>
      </Link>
    </Tooltip>
  );
}

function Exact({ status, known }: { status: DeskStatus; known: KnownState }) {
  const { t } = useTranslation('app');
  const failureText = useFailureText();
  const failure = status.last_failure;
  return (
    <>
      {known.at === null ? null : <div>{t('known.exact', { instant: formatInstant(known.at) })}</div>}
      {known.kind === 'old' ? <div>{t('known.old')}</div> : null}
      <div>
        {status.last_reached_at === null
          ? t('known.last_reached_never')
          : t('known.last_reached', { instant: formatInstant(status.last_reached_at) })}
      </div>
      {failure ? (
        <div>{t('known.last_failure', { instant: formatInstant(failure.at), reason: failureText(failure).title })}</div>
      ) : null}
    </>
  );
}
