import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo, Credentials, SecretKept } from '../../../shared/bridge.ts';
import { APP_INFO_KEY } from '../../app/bridge/app-info.ts';
import { bridge } from '../../app/bridge/bridge.ts';
import { Panel, useFailureNotice } from '../../parts/index.ts';
import { isAddress } from './addresses.ts';
import { useSwitchInstitution } from './InstitutionList.tsx';

interface Saved {
  id: string;
  name: string;
  kept: SecretKept;
}

/**
 * AppID and secret on their way to main, which alone keeps them. The secret leaves this form and never comes back;
 * the field is emptied as soon as it was taken.
 */
export function CredentialsForm({ info }: { info: AppInfo }) {
  const { t } = useTranslation('settings');
  const [form] = Form.useForm<Credentials>();
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  const queries = useQueryClient();
  const notice = useFailureNotice();
  const switchTo = useSwitchInstitution();

  const save = async ({ name, appId, secret, baseUrl, keepUnprotected }: Credentials) => {
    setSaving(true);
    const answer = await bridge().setCredentials({
      name: name.trim(),
      appId: appId.trim(),
      secret: secret.trim(),
      ...(baseUrl?.trim() ? { baseUrl: baseUrl.trim() } : {}),
      ...(keepUnprotected ? { keepUnprotected } : {}),
    });
    setSaving(false);
    if (!answer.ok) {
      notice(answer.error);
      return;
    }
    form.resetFields(['secret']);
    setSaved({ id: answer.data.institutionId, name: name.trim(), kept: answer.data.secretKept });
    await queries.invalidateQueries({ queryKey: APP_INFO_KEY });
  };

  return (
    <Panel title={t('institution.add')}>
      <StoreLine info={info} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save} className="ld-form" autoComplete="off">
        <div className="ld-form__pair">
          <Form.Item
            name="name"
            label={t('credentials.name')}
            rules={[{ required: true, whitespace: true, message: t('credentials.name_needed') }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item
            name="appId"
            label={t('credentials.appid')}
            extra={t('credentials.appid_hint')}
            rules={[{ required: true, whitespace: true, message: t('credentials.appid_needed') }]}
          >
            <Input maxLength={64} spellCheck={false} className="ld-address" />
          </Form.Item>
        </div>
        <div className="ld-form__pair">
          <Form.Item
            name="secret"
            label={t('credentials.secret')}
            extra={t('credentials.secret_hint')}
            rules={[{ required: true, whitespace: true, message: t('credentials.secret_needed') }]}
          >
            <Input.Password maxLength={128} visibilityToggle={false} autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="baseUrl"
            label={t('credentials.base_url')}
            extra={t('credentials.base_url_hint')}
            rules={[
              {
                validator: async (_, text?: string) => {
                  if (text?.trim() && !isAddress(text.trim(), ['http:', 'https:'])) {
                    throw new Error(t('credentials.base_url_bad'));
                  }
                },
              },
            ]}
          >
            <Input maxLength={300} spellCheck={false} className="ld-address" />
          </Form.Item>
        </div>
        {info.keyStore ? null : (
          <Form.Item name="keepUnprotected" valuePropName="checked" extra={t('credentials.keep_unprotected_hint')}>
            <Checkbox>{t('credentials.keep_unprotected')}</Checkbox>
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={saving} data-testid="save-credentials">
          {t('credentials.submit')}
        </Button>
      </Form>
      {saved ? (
        <div className={`ld-banner ld-form__done${saved.kept === 'protected' ? '' : ' ld-banner--warn'}`} role="status">
          <span>{t(`credentials.kept.${saved.kept}`)}</span>
          <Button size="small" onClick={() => void switchTo(saved.id)} data-testid="use-institution">
            {t('credentials.use_now', { name: saved.name })}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

/** Where the present secret is, in words. */
function StoreLine({ info }: { info: AppInfo }) {
  const { t } = useTranslation('settings');
  const state = info.institution.demo ? 'demo' : (info.secretKept ?? 'missing');
  const calm = state === 'protected' || state === 'demo';
  return (
    <p className="ld-form__intro">
      <span className="ld-faint">{t('credentials.store.label')}　</span>
      <span className={calm ? '' : 'ld-warn-text'}>{t(`credentials.store.${state}`)}</span>
      {info.keyStore ? null : <span className="ld-warn-text">　{t('credentials.store.no_key_store')}</span>}
    </p>
  );
}
