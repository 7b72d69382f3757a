import { App, Button, DatePicker, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Rule } from '../../../shared/contract/rule.ts';
import { parsePpm, WHOLE } from '../../../shared/rate.ts';
import { useRoute } from '../../app/client/index.ts';
import { addressOf } from '../../app/router/address.ts';
import { ErrorState, Instant, Loaded, Panel, Rate } from '../../parts/index.ts';
import { OverlapNotice } from '../../parts/rule/OverlapNotice.tsx';
import { RuleDays } from '../../parts/rule/RuleDays.tsx';
import { RuleStateTag } from '../../parts/rule/RuleStateTag.tsx';
import { useAddRule } from '../../parts/rule/use-add-rule.ts';

/** What promoters get whom the institution pays itself, by day of effect. Old rules stay: closed months used them. */
export function RulePanel() {
  const { t } = useTranslation('settings');
  const rules = useRoute('rule.list', { kind: 'split', scope: 'default', limit: 500 });
  return (
    <Panel
      title={t('rule.title')}
      extra={<Link href={addressOf('settlement', { view: 'rules' })}>{t('rule.all')}</Link>}
    >
      <div className="ld-form">
        <p className="ld-form__intro ld-soft">{t('rule.intro')}</p>
        <Loaded query={rules} lines={3}>
          {({ rows }) => <RuleTable rules={rows} />}
        </Loaded>
        <RuleForm />
      </div>
    </Panel>
  );
}

function RuleTable({ rules }: { rules: readonly Rule[] }) {
  const { t } = useTranslation('settings');
  if (rules.length === 0) return <p className="ld-warn-text">{t('rule.empty')}</p>;
  return (
    <table className="ld-grid">
      <thead>
        <tr>
          <th>{t('rule.days')}</th>
          <th className="ld-grid__end">{t('rule.ratio')}</th>
          <td />
          <th>{t('rule.set_by')}</th>
          <th>{t('rule.set_at')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.rule_id}>
            <td>
              <RuleDays rule={rule} />
            </td>
            <td className="ld-grid__end">{rule.kind === 'split' ? <Rate ppm={rule.ratio_ppm} /> : null}</td>
            <td>
              <RuleStateTag state={rule.state} />
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
  const adding = useAddRule(() => {
    setRatio('');
    void message.success(t('saved'));
  });
  const ppm = parsePpm(ratio);
  const bad = ratio !== '' && (ppm === null || ppm > WHOLE);
  const save = () => {
    if (ppm === null || bad || !from) return;
    const everyone = { kind: 'split', promoter_appid: null, product_id: null } as const;
    adding.add({ ...everyone, ratio_ppm: ppm, from_day: from.format('YYYY-MM-DD'), succeeds: true });
  };
  return (
    <>
      <form
        className="ld-form__line"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Input
          value={ratio}
          onChange={(event) => {
            setRatio(event.target.value);
            adding.forget();
          }}
          status={bad ? 'error' : ''}
          suffix="%"
          aria-label={t('rule.ratio')}
          placeholder={t('rule.ratio')}
          style={{ width: 150 }}
        />
        <DatePicker
          value={from}
          onChange={(chosen) => {
            setFrom(chosen);
            adding.forget();
          }}
          aria-label={t('rule.from')}
          allowClear={false}
        />
        <Button htmlType="submit" disabled={ppm === null || bad || !from} loading={adding.pending}>
          {t('rule.add')}
        </Button>
        {bad ? <span className="ld-form__problem">{t('rule.ratio_bad')}</span> : null}
      </form>
      <OverlapNotice adding={adding} />
      {adding.error ? <ErrorState error={adding.error} small /> : null}
    </>
  );
}
