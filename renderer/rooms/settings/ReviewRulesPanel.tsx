import { App, Button, Checkbox, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReviewRules, reviewRules } from '../../../shared/contract/review.ts';
import { useAction, useRoute } from '../../app/client/index.ts';
import { Loaded, Panel } from '../../parts/index.ts';
import { draftOf, type RulesDraft, rulesOf } from './review-rules-draft.ts';

/** What is held by itself, and whether an approval needs two people. */
export function ReviewRulesPanel() {
  const { t } = useTranslation('review');
  const rules = useRoute('review.rules', {});
  return (
    <Panel title={t('rules.title')}>
      <div className="ld-form">
        <p className="ld-form__intro ld-soft">{t('rules.intro')}</p>
        <Loaded query={rules} lines={4}>
          {(data) => <RulesForm rules={data} />}
        </Loaded>
      </div>
    </Panel>
  );
}

function RulesForm({ rules }: { rules: ReviewRules }) {
  const { t } = useTranslation('review');
  const { message } = App.useApp();
  // Null until something is changed: a newer answer shows at once then, and never takes a box just ticked away.
  const [changed, setChanged] = useState<RulesDraft | null>(null);
  const draft = changed ?? draftOf(rules);
  const status = useRoute('desk.status', {});
  const save = useAction('review.set_rules', {
    onDone: ({ held }) => {
      setChanged(null);
      void message.success(t('rules.saved', { count: held }));
    },
  });
  const wanted = reviewRules.safeParse(rulesOf(draft));
  const put = (change: Partial<RulesDraft>) => setChanged({ ...draft, ...change });
  const same = wanted.success && JSON.stringify(wanted.data) === JSON.stringify(rules);
  const number = (of: 'yuan' | 'days' | 'orders' | 'points', label: string, limits: Limits) => (
    <InputNumber
      size="small"
      aria-label={label}
      value={draft[of]}
      onChange={(value) => put({ [of]: value })}
      status={draft[of] === null ? 'error' : ''}
      {...limits}
    />
  );
  return (
    <form
      className="ld-rules"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted.success) save.mutate(wanted.data);
      }}
    >
      <Rule on={draft.difference} label={t('rules.difference')} onToggle={(difference) => put({ difference })}>
        {number('yuan', t('rules.difference'), { min: 0.01, max: 1_000_000, step: 0.1, precision: 2 })}
        {t('rules.difference_unit')}
      </Rule>
      <Rule on={draft.refund} label={t('rules.refund_open')} onToggle={(refund) => put({ refund })} />
      <Rule on={draft.buyer} label={t('rules.self_purchase')} onToggle={(buyer) => put({ buyer })}>
        {number('days', t('rules.days'), { min: 1, max: 90, precision: 0 })}
        {t('rules.days')}
        {number('orders', t('rules.orders'), { min: 2, max: 1000, precision: 0 })}
        {t('rules.orders')}
      </Rule>
      <Rule on={draft.rate} label={t('rules.rate_jump')} onToggle={(rate) => put({ rate })}>
        {number('points', t('rules.rate_jump'), { min: 0.1, max: 100, step: 0.5, precision: 1 })}
        {t('rules.rate_unit')}
      </Rule>
      <Rule on={draft.twoPerson} label={t('rules.two_person')} onToggle={(twoPerson) => put({ twoPerson })} />
      {draft.twoPerson && status.data?.staff === '' ? (
        <p className="ld-warn-text">{t('rules.two_person_name')}</p>
      ) : null}
      <div className="ld-form__line">
        <Button htmlType="submit" type="primary" disabled={!wanted.success || same} loading={save.isPending}>
          {t('rules.save')}
        </Button>
        {save.isPending ? <span className="ld-soft">{t('rules.applying')}</span> : null}
        {wanted.success ? null : <span className="ld-form__problem">{t('rules.bad')}</span>}
      </div>
    </form>
  );
}

interface Limits {
  min: number;
  max: number;
  step?: number;
  precision: number;
}

function Rule({
  on,
  label,
  onToggle,
  children,
}: {
  on: boolean;
  label: string;
  onToggle: (on: boolean) => void;
  children?: ReactNode;
}) {
  return (
    <div className="ld-rules__rule">
      <Checkbox checked={on} onChange={(event) => onToggle(event.target.checked)}>
        {label}
      </Checkbox>
      {children ? <span className={`ld-rules__values${on ? '' : ' ld-rules__values--off'}`}>{children}</span> : null}
    </div>
  );
}
