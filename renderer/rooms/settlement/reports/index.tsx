import { FileZipOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  REPORT_SCOPES,
  type ReportRecipient,
  type ReportRecipients,
  type ReportScope,
} from '../../../../shared/contract/report.ts';
import { useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import {
  Count,
  EmptyState,
  Loaded,
  Money,
  SearchField,
  type Sort,
  staticSource,
  Tag,
  VirtualTable,
} from '../../../parts/index.ts';
import type { PeriodViewProps } from '../views.ts';
import { KeyLine } from './KeyLine.tsx';
import { PackDialog } from './PackDialog.tsx';
import { RecipientActions } from './RecipientActions.tsx';
import { readScope } from './recipient-address.ts';
import { recipientColumns } from './recipient-columns.tsx';
import { foundRecipients, orderRecipients, recipientTotals } from './recipient-order.ts';
import { StatementBar } from './StatementBar.tsx';
import { SchedulesDrawer } from './schedules/SchedulesDrawer.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';
import { TemplatesDrawer } from './templates/TemplatesDrawer.tsx';
import { useStatement } from './use-statement.ts';
import { WrittenFiles } from './WrittenFiles.tsx';
import '../payees/payees.css';
import './reports.css';

type Beside = 'pack' | 'templates' | 'schedules' | 'history' | null;

/** Statements of a month: who gets one, what it says, and the files to hand out. */
export default function ReportsView({ period }: PeriodViewProps) {
  const { t } = useTranslation('report');
  const { params, set } = useFilters();
  const scope = readScope(params.get('tab'));
  const [beside, setBeside] = useState<Beside>(null);
  const query = useRoute('report.recipients', { period, scope });
  const close = () => setBeside(null);

  return (
    <div className="ld-period-page">
      <header>
        <h2>{period}</h2>
        {query.data ? (
          <Tag tone={query.data.state === 'closed' ? 'ok' : 'info'}>{t(`state.${query.data.state}`)}</Tag>
        ) : null}
        <span className="ld-period-actions">
          <Button onClick={() => setBeside('history')}>{t('history.button')}</Button>
          <Button onClick={() => setBeside('schedules')}>{t('schedule.button')}</Button>
          <Button onClick={() => setBeside('templates')}>{t('template.button')}</Button>
          <Button type="primary" icon={<FileZipOutlined />} onClick={() => setBeside('pack')}>
            {t('pack.button')}
          </Button>
        </span>
      </header>
      <div className="ld-reports-filters">
        <Segmented<ReportScope>
          value={scope}
          onChange={(tab) => set({ tab, search: null })}
          options={REPORT_SCOPES.map((one) => ({ value: one, label: t(`scope.${one}`) }))}
        />
        <SearchField
          value={params.get('search') ?? ''}
          onSearch={(search) => set({ search })}
          placeholder={t('search')}
          width={200}
        />
        <KeyLine />
      </div>
      <Loaded query={query} lines={10}>
        {(list) => (
          <Recipients key={scope} list={list} period={period} scope={scope} search={params.get('search') ?? ''} />
        )}
      </Loaded>
      {beside === 'pack' ? (
        <PackDialog period={period} closed={query.data?.state === 'closed'} scope={scope} onClose={close} />
      ) : null}
      <TemplatesDrawer open={beside === 'templates'} scope={scope} onClose={close} />
      <SchedulesDrawer open={beside === 'schedules'} onClose={close} />
      <WrittenFiles open={beside === 'history'} period={period} onClose={close} />
    </div>
  );
}

const keyOf = (row: ReportRecipient) => row.recipient_id;
const MOST_FIRST: Sort = { by: 'actual_payment_fen', direction: 'desc' };

function Recipients({
  list,
  period,
  scope,
  search,
}: {
  list: ReportRecipients;
  period: string;
  scope: ReportScope;
  search: string;
}) {
  const { t } = useTranslation('report');
  const [sort, setSort] = useState<Sort>(MOST_FIRST);
  const { write, copyMessage, copying, busy, work, forget } = useStatement(period, scope);
  const all = useRoute('report.templates', {}).data;
  const templates = useMemo(() => all?.filter((template) => template.scope === scope) ?? null, [all, scope]);
  const found = useMemo(() => foundRecipients(list.rows, search), [list, search]);
  const source = useMemo(() => staticSource(orderRecipients(found, sort, scope)), [found, sort, scope]);
  const columns = useMemo(
    () =>
      recipientColumns({
        t,
        period,
        scope,
        template: (row) =>
          // Without their names a template would be shown by its id.
          templates && <TemplateChoice row={row} scope={scope} templates={templates} />,
        actions: (row) => (
          <RecipientActions
            row={row}
            disabled={busy}
            copying={copying === row.recipient_id}
            onWrite={(one, format) => void write(one, format)}
            onCopy={copyMessage}
          />
        ),
      }),
    [t, period, scope, templates, busy, copying, write, copyMessage],
  );
  const totals = recipientTotals(found, scope);

  return (
    <>
      {work ? <StatementBar work={work} onClose={forget} /> : null}
      <VirtualTable
        label={t('title')}
        source={source}
        columns={columns}
        rowKey={keyOf}
        rowHeight={44}
        sort={sort}
        onSort={setSort}
        totals={{
          name:
            found.length === list.rows.length
              ? t('recipients', { count: found.length })
              : t('found', { found: found.length, rows: list.rows.length }),
          rows: <Count of={totals.rows} />,
          ...Object.fromEntries(
            columns
              .filter(({ id }) => id.endsWith('_fen'))
              .map(({ id }) => [id, <Money key={id} fen={totals.of(id as keyof ReportRecipient['sums'])} />]),
          ),
          corrections: <Money fen={totals.corrections} />,
          ...(totals.payable === null ? {} : { payable: <Money fen={totals.payable} /> }),
          unsettled: <Count of={totals.unsettled} />,
        }}
        empty={
          search ? (
            <EmptyState title={t('empty.filtered')} />
          ) : (
            <EmptyState title={t('empty.title', { scope: t(`scope.${scope}`) })} text={t('empty.hint')} />
          )
        }
      />
    </>
  );
}
