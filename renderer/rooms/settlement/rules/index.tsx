import { CalculatorOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RULE_KINDS, RULE_STATES, type Rule, type RuleKind, SPLIT_SCOPES } from '../../../../shared/contract/rule.ts';
import { usePages } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { EmptyState, formatCount, SearchField, type Sort, VirtualTable } from '../../../parts/index.ts';
import { AddRule } from './AddRule.tsx';
import { IncentiveSheet } from './IncentiveSheet.tsx';
import { PrecedencePicture } from './PrecedencePicture.tsx';
import { RuleDrawer } from './RuleDrawer.tsx';
import { ruleColumns } from './rule-columns.tsx';
import { readRules } from './rules-question.ts';
import './rules.css';

const PAGE_ROWS = 200;
const keyOf = (rule: Rule) => String(rule.rule_id);
type RuleSort = 'from_day' | 'set_at' | 'checked_on';

/** Every dated rule by kind: what holds today, what is coming, what has ended, and where each comes from. */
export default function RulesView() {
  const { t } = useTranslation('rule');
  const { params, set } = useFilters();
  const text = params.toString();
  const question = useMemo(() => readRules(new URLSearchParams(text)), [text]);
  const { kind, state, scope, search } = question;
  const [sort, setSort] = useState<Sort>({ by: 'from_day', direction: 'desc' });
  const pages = usePages('rule.list', {
    ...question,
    sort: sort.by as RuleSort,
    direction: sort.direction,
    limit: PAGE_ROWS,
  });
  const columns = useMemo(() => ruleColumns(t, kind), [t, kind]);
  const [open, setOpen] = useState<Rule | null>(null);
  const [adding, setAdding] = useState<{ follows: Rule | null } | null>(null);
  const [estimating, setEstimating] = useState(false);
  const openRule = useCallback((rule: Rule) => setOpen(rule), []);
  const { counts, today } = pages.first ?? {};
  // What a deed has changed is told by the list.
  const shown = open && (pages.rows.find((rule) => rule.kind === open.kind && rule.rule_id === open.rule_id) ?? open);
  const narrowed = state !== undefined || scope !== undefined || search !== undefined;
  const clear = { state: null, scope: null, search: null };

  return (
    <div className="ld-rules-view">
      <div className="ld-rules-view__head">
        <Segmented<RuleKind>
          value={kind}
          onChange={(tab) => set({ ...clear, tab: tab === 'split' ? null : tab })}
          options={RULE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          aria-label={t('title')}
        />
        <Select
          aria-label={t('column.state')}
          placeholder={t('any_state')}
          value={state ?? null}
          onChange={(one) => set({ state: one ?? null })}
          options={RULE_STATES.map((value) => ({
            value,
            label: counts ? `${t(`state.${value}`)} · ${formatCount(counts[value])}` : t(`state.${value}`),
          }))}
          allowClear
        />
        {kind === 'split' ? (
          <>
            <Select
              aria-label={t('column.scope')}
              placeholder={t('any_scope')}
              value={scope ?? null}
              onChange={(one) => set({ scope: one ?? null })}
              options={SPLIT_SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
              allowClear
            />
            <SearchField
              value={search ?? ''}
              onSearch={(words) => set({ search: words })}
              placeholder={t('search')}
              width={240}
            />
          </>
        ) : null}
        <span className="ld-soft">{pages.first ? t('rows', { rows: formatCount(pages.first.total) }) : null}</span>
        <span className="ld-rules-view__actions">
          {kind === 'incentive' ? (
            <Button icon={<CalculatorOutlined />} onClick={() => setEstimating(true)}>
              {t('incentive.button')}
            </Button>
          ) : null}
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding({ follows: null })}>
            {t('add.button')}
          </Button>
        </span>
      </div>
      <p className="ld-soft">{t(`intro.${kind}`)}</p>
      {kind === 'split' ? <PrecedencePicture /> : null}
      <VirtualTable
        key={kind}
        label={t(`kind.${kind}`)}
        source={pages}
        columns={columns}
        rowKey={keyOf}
        rowHeight={46}
        onOpen={openRule}
        openKey={open ? keyOf(open) : null}
        sort={sort}
        onSort={setSort}
        empty={
          narrowed ? (
            <EmptyState
              title={t('empty.filtered')}
              action={<Button onClick={() => set(clear)}>{t('empty.clear')}</Button>}
            />
          ) : (
            <EmptyState title={t('empty.none')} text={t(kind === 'split' ? 'empty.split' : 'empty.other')} />
          )
        }
      />
      <RuleDrawer
        rule={shown}
        onClose={() => setOpen(null)}
        onFollow={(rule) => {
          setOpen(null);
          setAdding({ follows: rule });
        }}
      />
      {adding && today ? (
        <AddRule kind={kind} follows={adding.follows} today={today} onClose={() => setAdding(null)} />
      ) : null}
      {estimating && today ? <IncentiveSheet period={today.slice(0, 7)} onClose={() => setEstimating(false)} /> : null}
    </div>
  );
}
