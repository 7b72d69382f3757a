import { App, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedTarget } from '../../../shared/contract/listing.ts';
import type { RouteOutput } from '../../../shared/contract/routes.ts';
import { useAppInfo } from '../../app/bridge/app-info.ts';
import { bridge } from '../../app/bridge/bridge.ts';
import { useAction, useRoute } from '../../app/client/index.ts';
import { Instant, Loaded, Panel, useFailureText } from '../../parts/index.ts';
import { feedProblem, readTarget, secretKeptAs } from './feed-draft.ts';

type Feed = RouteOutput<'listing.feed'>;

/** Where the shelf goes: a folder, or an HTTPS address with a signature. */
export function FeedPanel() {
  const { t } = useTranslation('settings');
  const feed = useRoute('listing.feed', {});
  return (
    <Panel title={t('feed.title')}>
      <Loaded query={feed} lines={3}>
        {(data) => (
          // A target saved elsewhere starts the form anew; an unsaved draft survives everything else.
          <FeedForm key={JSON.stringify(data.target)} feed={data} />
        )}
      </Loaded>
    </Panel>
  );
}

function FeedForm({ feed }: { feed: Feed }) {
  const { t } = useTranslation('settings');
  const { message } = App.useApp();
  const { target } = feed;
  const [kind, setKind] = useState<FeedTarget['kind']>(target.kind);
  const [folder, setFolder] = useState(target.kind === 'folder' ? target.folder : '');
  const [url, setUrl] = useState(target.kind === 'https' ? target.url : '');
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const { data: info } = useAppInfo();
  const kept = info && secretKeptAs(info);
  const written = ({ written: count }: { written: number }) => void message.success(t('feed.written', { count }));
  const save = useAction('listing.set_feed_target', {
    onDone: (data, input) => {
      setSecret('');
      if (input.kind === 'none') void message.success(t('saved'));
      else written(data);
    },
  });
  const write = useAction('listing.write_feed', { onDone: written });

  const hasSecret = target.kind === 'https' && target.signed && target.url === url.trim();
  const draft = { kind, folder, url: url.trim(), secret, hasSecret };
  const problem = tried ? feedProblem(draft) : null;
  const submit = () => {
    setTried(true);
    const next = readTarget(draft);
    if (next) save.mutate(next);
  };

  return (
    <div className="ld-form">
      <p className="ld-form__intro ld-soft">{t('feed.intro')}</p>
      <div className="ld-form__line">
        <Segmented<FeedTarget['kind']>
          value={kind}
          onChange={setKind}
          options={(['none', 'folder', 'https'] as const).map((value) => ({ value, label: t(`feed.${value}`) }))}
          aria-label={t('feed.kind')}
        />
        {kind === 'folder' ? (
          <>
            <Button
              onClick={() =>
                void bridge()
                  .chooseFolder()
                  .then((path) => path && setFolder(path))
              }
            >
              {t('feed.choose')}
            </Button>
            <span className={folder ? 'ld-address' : 'ld-faint'}>{folder || t('feed.no_folder')}</span>
          </>
        ) : null}
      </div>
      {kind === 'https' ? (
        <div className="ld-form__pair">
          <div className="ld-form__field">
            <label htmlFor="feed-url" className="ld-soft">
              {t('feed.url')}
            </label>
            <Input
              id="feed-url"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
              status={problem === 'url' ? 'error' : ''}
              placeholder="https://"
              spellCheck={false}
              className="ld-address"
            />
            {problem === 'url' ? <span className="ld-form__problem">{t('feed.url_bad')}</span> : null}
          </div>
          <div className="ld-form__field">
            <label htmlFor="feed-secret" className="ld-soft">
              {t('feed.secret')}
            </label>
            <Input.Password
              id="feed-secret"
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
              status={problem === 'secret' ? 'error' : ''}
              visibilityToggle={false}
              autoComplete="new-password"
              placeholder={hasSecret ? t('feed.secret_kept') : ''}
            />
            <span className={problem === 'secret' ? 'ld-form__problem' : 'ld-faint'}>
              {problem === 'secret'
                ? t('feed.secret_short')
                : `${t('feed.secret_hint')}${kept ? t(`feed.secret_kept_as.${kept}`) : ''}`}
            </span>
          </div>
        </div>
      ) : null}
      <div className="ld-form__line">
        <Button type="primary" onClick={submit} loading={save.isPending}>
          {t('save')}
        </Button>
        {target.kind === 'none' ? null : (
          <Button onClick={() => write.mutate({})} loading={write.isPending}>
            {t('feed.write')}
          </Button>
        )}
        <FeedState feed={feed} />
      </div>
    </div>
  );
}

function FeedState({ feed }: { feed: Feed }) {
  const { t } = useTranslation('settings');
  const failureText = useFailureText();
  if (feed.target.kind === 'none') return null;
  if (feed.last_error) {
    const reason = failureText({ code: feed.last_error, params: {} }).title;
    return <span className="ld-warn-text">{t('feed.failed', { reason })}</span>;
  }
  if (feed.last_written_at === null) return <span className="ld-faint">{t('feed.never')}</span>;
  return (
    <span className="ld-faint">
      {t('feed.last')} <Instant at={feed.last_written_at} /> · {t('feed.items', { count: feed.items })} ·{' '}
      {t('feed.revision', { revision: feed.revision })}
    </span>
  );
}
