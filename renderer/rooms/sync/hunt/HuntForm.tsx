import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, useChannelWord } from '../../../parts/index.ts';
import { type HuntChannel, useHunt } from '../../../state/hunt.ts';
import { ColumnMapping } from './ColumnMapping.tsx';
import { FileDrop, type OpenedFile } from './FileDrop.tsx';
import { useHuntStart } from './use-hunt-start.ts';

/** What to look for: pasted text or somebody's table, and how. */
export function HuntForm() {
  const { t } = useTranslation('hunt');
  const channelWord = useChannelWord();
  const text = useHunt((hunt) => hunt.text);
  const setText = useHunt((hunt) => hunt.type);
  const [file, setFile] = useState<OpenedFile | null>(null);
  const [channel, setChannel] = useState<HuntChannel | 'any'>('any');
  const [lookUp, setLookUp] = useState(true);
  const hunt = useHuntStart();
  const ready = file ? file.columns.order !== null : text.trim() !== '';

  const start = () => {
    const options = { channel: channel === 'any' ? null : channel, lookUp };
    if (!file) return hunt.start({ text }, options);
    const { order, time } = file.columns;
    if (order === null) return;
    hunt.start({ table: { name: file.name, bytes: file.bytes, order_column: order, time_column: time } }, options);
  };
  const take = (taken: OpenedFile | null) => {
    setFile(taken);
    hunt.forget();
  };

  return (
    <div className="ld-hunt">
      <p className="ld-soft">{t('intro')}</p>
      {file ? (
        <ColumnMapping file={file} onChange={take} />
      ) : (
        <div className="ld-hunt__sources">
          <div className="ld-hunt__source">
            <span className="ld-hunt__label">{t('paste.label')}</span>
            <Input.TextArea
              className="ld-hunt__text"
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                hunt.forget();
              }}
              allowClear
              placeholder={t('paste.placeholder')}
              aria-label={t('paste.label')}
            />
          </div>
          <FileDrop onOpen={take} />
        </div>
      )}
      {hunt.problem === 'nothing' ? (
        <p className="ld-banner ld-banner--warn" role="alert">
          {file ? t('mapping.empty') : t('paste.unread')}
        </p>
      ) : hunt.problem ? (
        <ErrorState error={hunt.problem.error} small />
      ) : null}
      <div className="ld-hunt__options">
        <span className="ld-hunt__option">
          <span className="ld-soft">{t('channel')}</span>
          <Segmented
            value={channel}
            onChange={setChannel}
            options={[
              { value: 'any', label: t('channel_any') },
              { value: 'promoter', label: channelWord('promoter') },
              { value: 'talent', label: channelWord('talent') },
            ]}
          />
        </span>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
        <label className="ld-hunt__option">
          <Switch size="small" checked={lookUp} onChange={setLookUp} />
          <span>{t('ask')}</span>
          <span className="ld-faint">{t('ask_hint')}</span>
        </label>
        <Button
          type="primary"
          className="ld-hunt__start"
          icon={<SearchOutlined />}
          disabled={!ready}
          loading={hunt.busy}
          onClick={start}
        >
          {t('start')}
        </Button>
      </div>
    </div>
  );
}
