import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReportRecipient, ReportScope, ReportTemplate } from '../../../../shared/contract/report.ts';
import { useAction } from '../../../app/client/index.ts';
import { nameOf } from './recipient-figures.ts';

/** Which template a recipient gets; without one of his own, that of everybody of the scope. */
export function TemplateChoice({
  row,
  scope,
  templates,
}: {
  row: ReportRecipient;
  scope: ReportScope;
  templates: readonly ReportTemplate[];
}) {
  const { t } = useTranslation('report');
  const give = useAction('report.set_recipient');
  // The institution is the only one of its scope: what is everybody's there is its own.
  const usual = scope === 'institution' ? null : (templates.find(({ for_all }) => for_all) ?? null);
  const own = row.template_id !== null && row.template_id !== usual?.template_id;
  // Lines without a merchant have nobody who could want columns of his own.
  if (row.recipient_id === '' && scope !== 'institution')
    return <span className="ld-faint">{usual?.name ?? t('plain')}</span>;
  return (
    <Select
      size="small"
      className="ld-template-choice"
      variant="borderless"
      aria-label={`${t('column.template')} ${nameOf(row, t)}`}
      value={own ? row.template_id : ''}
      loading={give.isPending}
      onChange={(chosen) => give.mutate({ scope, recipient_id: row.recipient_id, template_id: chosen || null })}
      options={[
        { value: '', label: usual?.name ?? t('plain') },
        ...templates
          .filter(({ template_id }) => template_id !== usual?.template_id)
          .map(({ template_id, name }) => ({ value: template_id, label: name })),
      ]}
    />
  );
}
