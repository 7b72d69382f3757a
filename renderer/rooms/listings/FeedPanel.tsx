import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAction, useRoute } from '../../app/client/index.ts';
import { addressOf } from '../../app/router/address.ts';
import { formatCount, Instant, Tag } from '../../parts/index.ts';

/** Where the promoters' mini program reads the shelf from, and whether it has the newest. */
export function FeedPanel() {
  const { t } = useTranslation('listings');
  const { message } = App.useApp();
  const { data: feed } = useRoute('listing.feed', {});
  const write = useAction('listing.write_feed', {
    onDone: ({ written, revision }) => message.success(t('feed.written', { items: formatCount(written), revision })),
  });
  if (!feed) return null;
  const { target } = feed;
  if (target.kind === 'none') {
    return (
      <div className="ld-feed">
        <b>{t('feed.title')}</b>
        <Tag tone="warn">{t('feed.none')}</Tag>
        <Link className="ld-feed__end" href={addressOf('settings')}>
          {t('feed.settings')}
        </Link>
      </div>
    );
  }
  const place = target.kind === 'folder' ? target.folder : target.url;
  return (
    <div className="ld-feed">
      <b>{t('feed.title')}</b>
      <Tag>{t(`feed.${target.kind}`)}</Tag>
      <span className="ld-ellipsis" title={place}>
        {place}
      </span>
      {target.kind === 'https' ? (
        <Tag tone={target.signed ? 'ok' : 'warn'}>{t(target.signed ? 'feed.signed' : 'feed.unsigned')}</Tag>
      ) : null}
      {feed.last_written_at === null ? (
        <span className="ld-faint">{t('feed.never_written')}</span>
      ) : (
        <span className="ld-faint ld-nowrap">
          {t('feed.last_written')} <Instant at={feed.last_written_at} as="ago" /> ·{' '}
          {t('feed.items', { items: formatCount(feed.items) })} · {t('feed.revision', { revision: feed.revision })}
        </span>
      )}
      {feed.last_error ? (
        <Tag tone="bad" title={feed.last_error}>
          {t('feed.failed')}
        </Tag>
      ) : null}
      <span className="ld-feed__end">
        <Button size="small" loading={write.isPending} onClick={() => write.mutate({})}>
          {t('feed.write')}
        </Button>
        <Link href={addressOf('settings')}>{t('feed.settings')}</Link>
      </span>
    </div>
  );
}
