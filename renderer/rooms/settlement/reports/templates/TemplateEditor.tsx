import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportColumn } from '../../../../../shared/contract/report.ts';
import { useAction } from '../../../../app/client/index.ts';
import { ErrorState } from '../../../../parts/index.ts';
import { TemplateColumns } from './TemplateColumns.tsx';
import { canBeSaved, plainColumns, type TemplateDraft } from './template-draft.ts';

interface Props {
  start: TemplateDraft;
  offered: readonly ReportColumn[];
  onClose: () => void;
  onSaved: (name: string) => void;
}

/** Name, columns and headings of one template, with the heading row it makes. */
export function TemplateEditor({ start, offered, onClose, onSaved }: Props) {
  const { t } = useTranslation('report');
  const id = useId();
  const [draft, setDraft] = useState(start);
  const save = useAction('report.save_template', { quiet: true, onDone: ({ name }) => onSaved(name) });
  const { name, scope, columns } = draft;
  return (
    <div className="ld-template-editor">
      <div className="ld-template-name">
        <label htmlFor={`${id}-name`}>{t('template.name')}</label>
        <Input
          id={`${id}-name`}
          value={name}
          maxLength={60}
          autoFocus
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <span className="ld-soft">
          {t('template.for')} {t(`scope.${scope}`)}
        </span>
      </div>
      <p className="ld-soft">{t('template.about')}</p>
      <TemplateColumns columns={columns} offered={offered} onChange={(next) => setDraft({ ...draft, columns: next })} />
      <h3>{t('template.preview')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it */}
      <div className="ld-template-preview" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map(({ key, title }) => (
                <th key={key}>{title}</th>
              ))}
            </tr>
          </thead>
        </table>
      </div>
      {save.error ? <ErrorState error={save.error} small /> : null}
      <div className="ld-template-ways">
        <Button onClick={() => setDraft({ ...draft, columns: plainColumns(offered) })}>
          {t('template.plain_columns')}
        </Button>
        <Button onClick={onClose}>{t('template.cancel')}</Button>
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!canBeSaved(draft)}
          onClick={() => save.mutate(draft)}
        >
          {t('template.save')}
        </Button>
      </div>
    </div>
  );
}
