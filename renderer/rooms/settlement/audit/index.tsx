import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../../shared/contract/audit.ts';
import { usePages, useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { EmptyState, formatCount, SearchField, VirtualTable } from '../../../parts/index.ts';
import { useMadeNames } from '../payees/use-made-names.ts';
import { AuditDrawer } from './AuditDrawer.tsx';
import { AuditExport } from './AuditExport.tsx';
import { AuditProof } from './AuditProof.tsx';
import { auditColumns, useActionWord, useFactWord } from './audit-columns.tsx';
import { readAudit } from './audit-question.ts';
import './audit.css';

const PAGE_ROWS = 100;
/** How the id of a payee staff made begins, as it stands in an entry. */
const MADE_PAYEE = '"payee:';
const keyOf = (row: AuditRow) => String(row.entry_id);

/** Everything staff and the program did, newest first, each entry chained to the one before. */
export default function AuditView() {
  const { t } = useTranslation('audit');
  const word = useActionWord();
  const fact = useFactWord();
  const { params, set } = useFilters();
  const text = params.toString();
  const question = useMemo(() => readAudit(new URLSearchParams(text)), [text]);
  const pages = usePages('audit.page', { ...question, limit: PAGE_ROWS });
  const facets = useRoute('audit.facets', {}).data;
  const payee = useMadeNames(pages.rows.some(({ detail }) => detail.includes(MADE_PAYEE)));
  const columns = useMemo(() => auditColumns(t, { action: word, fact, payee }), [t, word, fact, payee]);
  const [open, setOpen] = useState<AuditRow | null>(null);
  const [proving, setProving] = useState(false);
  const [exporting, setExporting] = useState(false);
  const openRow = useCallback((row: AuditRow) => setOpen(row), []);
  const narrowed = Object.keys(question).length > 0;
  const { from, to } = question;

  return (
    <div className="ld-audit">
      <div className="ld-audit__filters">
        <SearchField
          value={question.search ?? ''}
          onSearch={(search) => set({ search })}
          placeholder={t('search')}
          width={240}
        />
        <Select
          aria-label={t('column.staff')}
          placeholder={t('any_staff')}
          value={question.staff ?? null}
          onChange={(staff) => set({ staff: staff ?? null })}
          options={facets?.staff.map((staff) => ({ value: staff, label: staff || t('program') })) ?? []}
          allowClear
        />
        <Select
          aria-label={t('column.action')}
          placeholder={t('any_action')}
          value={question.action ?? null}
          onChange={(action) => set({ action: action ?? null })}
          options={facets?.actions.map((action) => ({ value: action, label: word(action) })) ?? []}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          className="ld-audit__action"
        />
        <DatePicker.RangePicker
          value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
          allowEmpty={[true, true]}
          onChange={(_, days) => set({ from: days?.[0] || null, to: days?.[1] || null })}
        />
        <span className="ld-soft">{pages.first ? t('rows', { rows: formatCount(pages.first.total) }) : null}</span>
        <span className="ld-audit__actions">
          <Button icon={<SafetyCertificateOutlined />} onClick={() => setProving(true)}>
            {t('prove')}
          </Button>
          <Button icon={<DownloadOutlined />} disabled={!pages.first?.total} onClick={() => setExporting(true)}>
            {t('export')}
          </Button>
        </span>
      </div>
      <VirtualTable
        label={t('title')}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        rowHeight={34}
        onOpen={openRow}
        openKey={open ? keyOf(open) : null}
        empty={
          narrowed ? (
            <EmptyState title={t('empty.filtered')} text={t('empty.filtered_hint')} />
          ) : (
            <EmptyState title={t('empty.none')} text={t('empty.none_hint')} />
          )
        }
      />
      <AuditDrawer entry={open} onClose={() => setOpen(null)} />
      {proving ? <AuditProof onClose={() => setProving(false)} /> : null}
      {exporting ? (
        <AuditExport question={question} rows={pages.first?.total ?? 0} onClose={() => setExporting(false)} />
      ) : null}
    </div>
  );
}
