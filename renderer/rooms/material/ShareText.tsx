import { CopyOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProductKey } from '../../../shared/contract/product.ts';
import { useAction, useRoute } from '../../app/client/index.ts';
import { Loaded, Panel } from '../../parts/index.ts';
import { Findings } from './Findings.tsx';

const NAMES = ['商品', '小店', '价格', '卖点', '推客', '链接'].map((name) => `{{${name}}}`).join(' ');

/** The words that go with a poster or a link, ready to paste into a chat. */
export function ShareText(question: { product: ProductKey; promoter_appid: string; benefits: string[] }) {
  const { t } = useTranslation('material');
  const { message } = App.useApp();
  const query = useRoute('poster.share_text', question, { keep: true });
  const [template, setTemplate] = useState<string | null>(null);
  const save = useAction('poster.set_share_template', {
    onDone: () => {
      setTemplate(null);
      void query.refetch();
    },
  });
  const text = query.data?.text;
  const copy = async () => {
    if (text === undefined) return;
    await navigator.clipboard.writeText(text);
    void message.success(t('copied_text'));
  };
  return (
    <Panel
      title={t('share')}
      extra={
        <span className="ld-studio__tools">
          <Button size="small" disabled={!query.data} onClick={() => setTemplate(query.data?.template ?? '')}>
            {t('template')}
          </Button>
          <Button size="small" icon={<CopyOutlined />} disabled={text === undefined} onClick={() => void copy()}>
            {t('copy_text')}
          </Button>
        </span>
      }
    >
      <Loaded query={query} lines={4}>
        {(share) => (
          <>
            <p className="ld-share">{share.text}</p>
            <Findings of={[share]} />
          </>
        )}
      </Loaded>
      <Modal
        open={template !== null}
        title={t('template_title')}
        onCancel={() => setTemplate(null)}
        footer={[
          <Button key="reset" onClick={() => save.mutate({ template: null })}>
            {t('template_reset')}
          </Button>,
          <Button
            key="save"
            type="primary"
            disabled={!template?.trim()}
            loading={save.isPending}
            onClick={() => template !== null && save.mutate({ template })}
          >
            {t('template_save')}
          </Button>,
        ]}
      >
        <Input.TextArea
          aria-label={t('template_title')}
          value={template ?? ''}
          rows={6}
          maxLength={500}
          onChange={(event) => setTemplate(event.target.value)}
        />
        <p className="ld-faint">{t('template_hint', { names: NAMES })}</p>
      </Modal>
    </Panel>
  );
}
