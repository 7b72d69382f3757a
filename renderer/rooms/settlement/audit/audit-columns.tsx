import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../../shared/contract/audit.ts';
import { type Column, Count, EllipsisText, Instant } from '../../../parts/index.ts';
import { type SummaryWords, summaryOf } from './audit-summary.ts';

/** The word for a deed; one nobody gave a word to is shown as it stands in the log. */
export function useActionWord(): (action: string) => string {
  const { i18n } = useTranslation('audit');
  return useCallback(
    (action) => {
      // The log holds deeds of older programs, too: their names cannot be known to the types.
      const key = `audit:deed.${action}`;
      return i18n.exists(key) ? i18n.t(key as never) : action;
    },
    [i18n],
  );
}

/** The word for a fact of an entry, on the same terms. */
export function useFactWord(): (fact: string) => string {
  const { i18n } = useTranslation('audit');
  return useCallback(
    (fact) => {
      const key = `audit:fact.${fact}`;
      return i18n.exists(key) ? i18n.t(key as never) : fact;
    },
    [i18n],
  );
}

interface Words extends SummaryWords {
  action: (action: string) => string;
}

export function auditColumns(t: TFunction<'audit'>, word: Words): Column<AuditRow>[] {
  return [
    {
      id: 'entry_id',
      title: t('column.entry'),
      width: 84,
      align: 'end',
      render: (row) => <Count of={row.entry_id} />,
    },
    { id: 'at', title: t('column.at'), width: 168, render: (row) => <Instant at={row.at} as="second" /> },
    {
      id: 'staff',
      title: t('column.staff'),
      width: 120,
      render: (row) =>
        row.staff ? <EllipsisText text={row.staff} /> : <span className="ld-faint">{t('program')}</span>,
    },
    {
      id: 'action',
      title: t('column.action'),
      width: 180,
      render: (row) => <EllipsisText text={word.action(row.action)} />,
    },
    {
      id: 'detail',
      title: t('column.detail'),
      width: 320,
      grow: 1,
      render: (row) => <EllipsisText text={summaryOf(row.detail, word)} />,
    },
    {
      id: 'hash',
      title: t('column.hash'),
      width: 116,
      render: (row) => <code className="ld-faint">{row.hash.slice(0, 12)}</code>,
    },
  ];
}
