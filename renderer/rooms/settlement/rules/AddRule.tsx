import { App, Button, DatePicker, Form, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleKind } from '../../../../shared/contract/rule.ts';
import type { Day } from '../../../../shared/time.ts';
import { ErrorState } from '../../../parts/index.ts';
import { OverlapNotice } from '../../../parts/rule/OverlapNotice.tsx';
import { useAddRule } from '../../../parts/rule/use-add-rule.ts';
import { PrecedencePicture } from './PrecedencePicture.tsx';
import { RuleSays } from './RuleSays.tsx';
import { draftAfter, emptyDraft, newRuleOf, problemsOf, type RuleDraft, scopeOfDraft } from './rule-draft.ts';

interface Props {
  kind: RuleKind;
  /** The rule this one is to follow; its facts are filled in. */
  follows: Rule | null;
  /** Platform day. */
  today: Day;
  onClose: () => void;
}

const dayOrNull = (text: string | string[] | null): Day | null => (typeof text === 'string' && text ? text : null);

/** A new rule: what it says, its days, and where it comes from. Overlaps are shown at the days, with a way out. */
export function AddRule({ kind, follows, today, onClose }: Props) {
  const { t } = useTranslation('rule');
  const { message } = App.useApp();
  const [draft, setDraft] = useState<RuleDraft>(() => (follows ? draftAfter(follows, today) : emptyDraft(kind, today)));
  const adding = useAddRule(() => {
    void message.success(t('add.saved'));
    onClose();
  });
  const change = (facts: Partial<RuleDraft>) => {
    setDraft((before) => ({ ...before, ...facts }));
    adding.forget();
  };
  const problems = problemsOf(draft);
  const rule = newRuleOf(draft);
  const reversed = problems.includes('days_reversed');
  return (
    <Modal
      open
      width={620}
      title={t(`add.title.${kind}`)}
      onCancel={onClose}
      footer={
        <Button type="primary" disabled={!rule} loading={adding.pending} onClick={() => rule && adding.add(rule)}>
          {t('add.save')}
        </Button>
      }
    >
      <Form layout="vertical" className="ld-add-rule">
        <RuleSays draft={draft} problems={problems} onChange={change} />
        <Form.Item label={t('add.from_day')} validateStatus={adding.overlap ? 'error' : ''}>
          <DatePicker
            aria-label={t('add.from_day')}
            value={dayjs(draft.from_day)}
            onChange={(_, text) => change({ from_day: dayOrNull(text) ?? draft.from_day })}
            allowClear={false}
          />
        </Form.Item>
        <Form.Item
          label={t('add.to_day')}
          validateStatus={reversed || adding.overlap ? 'error' : ''}
          help={reversed ? t('add.days_reversed') : null}
        >
          <DatePicker
            aria-label={t('add.to_day')}
            placeholder={t('add.to_day_any')}
            value={draft.to_day === null ? null : dayjs(draft.to_day)}
            onChange={(_, text) => change({ to_day: dayOrNull(text) })}
          />
        </Form.Item>
        <div className="ld-add-rule__wide">
          <OverlapNotice adding={adding} />
          {kind === 'split' && draft.to_day !== null && !reversed ? (
            <p className="ld-soft">{t('add.bounded', { day: draft.to_day })}</p>
          ) : null}
        </div>
        <Form.Item label={t('add.source')}>
          <Input
            aria-label={t('add.source')}
            value={draft.source}
            onChange={(event) => change({ source: event.target.value })}
            placeholder={t('add.source_hint')}
            maxLength={500}
          />
        </Form.Item>
        <Form.Item label={t('add.checked_on')}>
          <DatePicker
            aria-label={t('add.checked_on')}
            value={draft.checked_on === null ? null : dayjs(draft.checked_on)}
            onChange={(_, text) => change({ checked_on: dayOrNull(text) })}
          />
        </Form.Item>
        <Form.Item label={t('add.note')} className="ld-add-rule__wide">
          <Input
            aria-label={t('add.note')}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
            maxLength={500}
          />
        </Form.Item>
      </Form>
      {kind === 'split' ? (
        <>
          <PrecedencePicture here={scopeOfDraft(draft)} />
          <p className="ld-faint">{t('add.one_level')}</p>
        </>
      ) : null}
      {adding.error ? <ErrorState error={adding.error} small /> : null}
    </Modal>
  );
}
