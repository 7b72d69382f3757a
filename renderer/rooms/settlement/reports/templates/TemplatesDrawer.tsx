import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportScope, ReportTemplate } from '../../../../../shared/contract/report.ts';
import { useAction, useRoute } from '../../../../app/client/index.ts';
import { EmptyState, Instant, Loaded, Tag } from '../../../../parts/index.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import { plainDraft, type TemplateDraft } from './template-draft.ts';
import './templates.css';

/** The templates of a scope: made, changed, given to everybody, removed. */
export function TemplatesDrawer({ open, scope, onClose }: { open: boolean; scope: ReportScope; onClose: () => void }) {
  const { t } = useTranslation('report');
  const { message } = App.useApp();
  const [draft, setDraft] = useState<TemplateDraft | null>(null);
  const templates = useRoute('report.templates', {}, { enabled: open });
  const offered = useRoute('report.columns', { scope }, { enabled: open }).data ?? [];
  const leave = () => {
    setDraft(null);
    onClose();
  };
  return (
    <Drawer
      open={open}
      onClose={leave}
      size={640}
      title={`${t('template.title')} · ${t(`scope.${scope}`)}`}
      extra={
        draft ? null : (
          <Button type="primary" disabled={offered.length === 0} onClick={() => setDraft(plainDraft(scope, offered))}>
            {t('template.new')}
          </Button>
        )
      }
    >
      {draft ? (
        <TemplateEditor
          start={draft}
          offered={offered}
          onClose={() => setDraft(null)}
          onSaved={(name) => {
            message.success(t('template.saved', { name }));
            setDraft(null);
          }}
        />
      ) : (
        <Loaded query={templates}>
          {(all) => {
            const own = all.filter((template) => template.scope === scope);
            return own.length === 0 ? (
              <EmptyState title={t('template.none')} text={t('template.about')} />
            ) : (
              <ul className="ld-templates">
                {own.map((template) => (
                  <Template key={template.template_id} template={template} onEdit={setDraft} />
                ))}
              </ul>
            );
          }}
        </Loaded>
      )}
    </Drawer>
  );
}

function Template({ template, onEdit }: { template: ReportTemplate; onEdit: (draft: TemplateDraft) => void }) {
  const { t } = useTranslation('report');
  const { modal, message } = App.useApp();
  const give = useAction('report.set_recipient');
  const remove = useAction('report.remove_template', { onDone: () => message.success(t('template.removed')) });
  const { template_id, name, scope, columns, for_all, recipients, set_at, set_by } = template;
  const whom = t(`scope.${scope}`);
  const confirm = () =>
    modal.confirm({
      title: t('template.remove_sure', { name }),
      okText: t('template.remove'),
      onOk: () => remove.mutateAsync({ template_id }).catch(() => {}),
    });
  return (
    <li>
      <header>
        <b className="ld-ellipsis">{name}</b>
        {for_all ? <Tag tone="accent">{t('template.for_all', { scope: whom })}</Tag> : null}
        {recipients > 0 ? <Tag>{t('template.used', { count: recipients })}</Tag> : null}
      </header>
      <p className="ld-faint ld-ellipsis" title={columns.map(({ title }) => title).join('、')}>
        {t('template.columns', { count: columns.length })} · {columns.map(({ title }) => title).join('、')}
      </p>
      <p className="ld-faint">
        {set_by} · <Instant at={set_at} />
      </p>
      <div className="ld-template-ways">
        <Button size="small" onClick={() => onEdit({ template_id, name, scope, columns })}>
          {t('template.edit')}
        </Button>
        <Button
          size="small"
          loading={give.isPending}
          onClick={() => give.mutate({ scope, recipient_id: '', template_id: for_all ? null : template_id })}
        >
          {for_all ? t('template.stop_for_all') : t('template.make_for_all', { scope: whom })}
        </Button>
        <Button size="small" danger onClick={confirm}>
          {t('template.remove')}
        </Button>
      </div>
    </li>
  );
}
