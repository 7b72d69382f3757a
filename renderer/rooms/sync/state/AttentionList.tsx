import { ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Attention } from '../../../../shared/contract/background.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { goTo } from '../../../app/router/address.ts';
import { attentionTone, useAttentionText } from '../../../app/shell/attention-text.ts';
import { CopyButton } from '../../../parts/index.ts';

/** What needs a person, each with its one next step. They go away by themselves once they are mended. */
export function AttentionList({ items }: { items: readonly Attention[] }) {
  const { t } = useTranslation('sync');
  const text = useAttentionText();
  if (items.length === 0) return null;
  return (
    <section className="ld-attentions" aria-label={t('attention.label')}>
      {items.map((item) => {
        const { title, next } = text(item);
        return (
          <div
            key={`${item.kind}-${item.code}`}
            className={`ld-attention ld-attention--${attentionTone(item.kind)}`}
            role="alert"
            data-attention={item.kind}
          >
            <ExclamationCircleFilled className="ld-attention__icon" />
            <div className="ld-attention__text">
              <strong>{title}</strong>
              <span>{next}</span>
              <span className="ld-code">
                {item.code} · {t('attention.since', { instant: formatInstant(item.since).slice(0, 16) })}
              </span>
            </div>
            <div className="ld-attention__action">
              <NextStep item={item} />
            </div>
          </div>
        );
      })}
    </section>
  );
}

function NextStep({ item }: { item: Attention }) {
  const { t } = useTranslation('sync');
  switch (item.kind) {
    case 'credentials_refused':
      return (
        <Button type="primary" onClick={() => goTo('settings')}>
          {t('attention.credentials_refused.action')}
        </Button>
      );
    case 'address_not_allowed': {
      const address = item.params.address;
      if (!address) return null;
      return (
        <>
          <span className="ld-attention__address">{address}</span>
          <CopyButton text={String(address)} label={t('attention.address_not_allowed.copy')} />
        </>
      );
    }
    case 'quota_used_up':
      return <Button onClick={() => goTo('sync', { tab: 'ledger' })}>{t('attention.quota_used_up.action')}</Button>;
    case 'store_broken':
      return <Button onClick={() => goTo('sync', { tab: 'doctor' })}>{t('attention.store_broken.action')}</Button>;
    case 'disk_low':
      return null;
  }
}
