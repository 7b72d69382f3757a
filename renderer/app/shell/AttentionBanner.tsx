import { ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useRoute } from '../client/use-route.ts';
import { addressOf } from '../router/address.ts';
import { attentionTone, useAttentionText } from './attention-text.ts';

/** One line above every room while something needs a person; the sync room says what to do. */
export function AttentionBanner() {
  const { t } = useTranslation('sync');
  const text = useAttentionText();
  const { data } = useRoute('background.get', {});
  const [first, ...more] = data?.attention ?? [];
  if (!first) return null;
  return (
    <Link
      href={addressOf('sync')}
      className={`ld-banner ld-banner--${attentionTone(first.kind)} ld-banner--wide`}
      data-testid="attention"
    >
      <ExclamationCircleFilled />
      <span className="ld-ellipsis">{text(first).title}</span>
      {more.length ? <span className="ld-nowrap">{t('attention.more', { count: more.length })}</span> : null}
      <span className="ld-banner__end">{t('attention.open')}</span>
    </Link>
  );
}
