import { App, Button, DatePicker, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SplitRule } from '../../../shared/contract/settlement.ts';
import { parsePpm, WHOLE } from '../../../shared/rate.ts';
import { dayOf } from '../../../shared/time.ts';
import { useAction, useRoute } from '../../app/client/index.ts';
import { Instant, Loaded, Panel, Rate, Tag, useNow } from '../../parts/index.ts';
import { defaultRules, ruleInForce } from './default-rules.ts';

/** What promoters get whom the institution pays itself, by day of effect. Old rules stay: closed months used them. */
export function RulePanel() {
  const { t } = useTranslation('settings');
  const rules = useRoute('settlement.rules', {});
  return (
    <Panel title={t('rule.title')}>
      <div className="ld-form">
        <p className="ld-form__intro ld-soft">{t('rule.intro')}</p>
        <Loaded query={rules} lines={3}>
          {(data) => <RuleTable rules={defaultRules(data)} />}
        </Loaded>
        <RuleForm />
      </div>
    </Panel>
  );
}

function RuleTable({ rules }: { rules: SplitRule[] }) {
  const { t } = useTranslation('settings');
  const today = dayOf(useNow());
  const current = ruleInForce(rules, today);
  if (rules.length === 0) return <p className="ld-warn-text">{t('rule.empty')}</p>;
  return (
    <table className="ld-grid">
      <thead>
        <tr>
          <th>{t('rule.from')}</th>
          <th className="ld-grid__end">{t('rule.ratio')}</th>
          <td />
          <th>{t('rule.set_by')}</th>
          <th>{t('rule.set_at')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.rule_id}>
            <td>{rule.from_day}</td>
            <td className="ld-grid__end">
              <Rate ppm={rule.ratio_ppm} />
            </td>
            <td>
              {rule === current ? <Tag tone="ok">{t('rule.current')}</Tag> : null}
              {rule.from_day > today ? <Tag tone="info">{t('rule.future')}</Tag> : null}
            </td>
            <td>{rule.set_by}</td>
            <td>
              <Instant at={rule.set_at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RuleForm() {
  const { t } = useTranslation('settings');
  const { message } = App.useApp();
  const [ratio, setRatio] = useState('');
  const [from, setFrom] = useState<Dayjs | null>(() => dayjs());
  const add = useAction('settlement.set_default_rule', {
    onDone: () => {
      setRatio('');
      void message.success(t('saved'));
    },
  });
  const ppm = parsePpm(ratio);
  const bad = ratio !== '' && (ppm === null || ppm > WHOLE);
  return (
    <form
      className="ld-form__line"
      onSubmit={(event) => {
        event.preventDefault();
        if (ppm !== null && !bad && from) add.mutate({ ratio_ppm: ppm, from_day: from.format('YYYY-MM-DD') });
      }}
    >
      <Input
        value={ratio}
        onChange={(event) => setRatio(event.target.value)}
        status={bad ? 'error' : ''}
        suffix="%"
        aria-label={t('rule.ratio')}
        placeholder={t('rule.ratio')}
        style={{ width: 150 }}
      />
      <DatePicker value={from} onChange={setFrom} aria-label={t('rule.from')} allowClear={false} />
      <Button htmlType="submit" disabled={ppm === null || bad || !from} loading={add.isPending}>
        {t('rule.add')}
      </Button>
      {bad ? <span className="ld-form__problem">{t('rule.ratio_bad')}</span> : null}
    </form>
  );
}
