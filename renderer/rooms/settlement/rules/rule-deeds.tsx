import { App, Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../../shared/contract/rule.ts';
import { dayOf } from '../../../../shared/time.ts';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState } from '../../../parts/index.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';

interface Props {
  rule: Rule;
  onDone: () => void;
}

const keyOf = ({ kind, rule_id }: Rule) => ({ kind, rule_id });

/** Gives the rule its last day. */
export function EndRule({ rule, onDone }: Props) {
  const { t } = useTranslation('rule');
  const { message } = App.useApp();
  const today = dayOf(usePlatformNow());
  const [day, setDay] = useState(rule.to_day ?? (today > rule.from_day ? today : rule.from_day));
  const end = useAction('rule.end', {
    quiet: true,
    onDone: () => {
      void message.success(t('end.done', { day }));
      onDone();
    },
  });
  return (
    <DeedForm
      error={end.error}
      button={
        <Button type="primary" loading={end.isPending} onClick={() => end.mutate({ ...keyOf(rule), to_day: day })}>
          {t('end.save')}
        </Button>
      }
    >
      <span>{t('end.label')}</span>
      <DatePicker
        aria-label={t('end.label')}
        value={dayjs(day)}
        minDate={dayjs(rule.from_day)}
        onChange={(chosen) => chosen && setDay(chosen.format('YYYY-MM-DD'))}
        allowClear={false}
      />
    </DeedForm>
  );
}

/** Notes that somebody looked at the source, and may mend how it is named. */
export function CheckRule({ rule, onDone }: Props) {
  const { t } = useTranslation('rule');
  const { message } = App.useApp();
  const [day, setDay] = useState(dayOf(usePlatformNow()));
  const [source, setSource] = useState(rule.source);
  const check = useAction('rule.check', {
    quiet: true,
    onDone: () => {
      void message.success(t('check.done'));
      onDone();
    },
  });
  return (
    <DeedForm
      error={check.error}
      button={
        <Button
          type="primary"
          loading={check.isPending}
          onClick={() => check.mutate({ ...keyOf(rule), checked_on: day, source })}
        >
          {t('check.save')}
        </Button>
      }
    >
      <span>{t('check.source')}</span>
      <Input
        aria-label={t('check.source')}
        value={source}
        onChange={(event) => setSource(event.target.value)}
        placeholder={t('add.source_hint')}
        maxLength={500}
      />
      <span>{t('check.label')}</span>
      <DatePicker
        aria-label={t('check.label')}
        value={dayjs(day)}
        onChange={(chosen) => chosen && setDay(chosen.format('YYYY-MM-DD'))}
        allowClear={false}
      />
    </DeedForm>
  );
}

/** Takes the rule back for everything that is not closed. */
export function WithdrawRule({ rule, onDone }: Props) {
  const { t } = useTranslation('rule');
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const withdraw = useAction('rule.withdraw', {
    quiet: true,
    onDone: () => {
      void message.success(t('withdraw.done'));
      onDone();
    },
  });
  return (
    <DeedForm
      error={withdraw.error}
      hint={t('withdraw.text')}
      button={
        <Button
          danger
          type="primary"
          disabled={!reason.trim()}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ ...keyOf(rule), reason })}
        >
          {t('withdraw.save')}
        </Button>
      }
    >
      <span>{t('withdraw.label')}</span>
      <Input
        aria-label={t('withdraw.label')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={500}
      />
    </DeedForm>
  );
}

function DeedForm({
  error,
  hint,
  button,
  children,
}: {
  error: unknown;
  hint?: string;
  button: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="ld-rule-deed">
      {hint ? <p className="ld-soft">{hint}</p> : null}
      <div className="ld-rule-deed__fields">{children}</div>
      {error ? <ErrorState error={error} small /> : null}
      {button}
    </section>
  );
}
