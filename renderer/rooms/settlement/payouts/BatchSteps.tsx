import { CheckCircleFilled, ClockCircleFilled, CloseCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayoutBatch } from '../../../../shared/contract/payout.ts';
import { Instant, Money } from '../../../parts/index.ts';
import { STEPS, type Step, type StepState, stepStates, withResult } from './batch-steps.ts';

const ICONS: Record<StepState, ReactNode> = {
  done: <CheckCircleFilled />,
  now: <ClockCircleFilled />,
  ahead: <MinusCircleOutlined />,
  stopped: <CloseCircleFilled />,
};

/** Who did what to a batch so far, and what comes next, in one line. */
export function BatchSteps({ batch }: { batch: PayoutBatch }) {
  const { t } = useTranslation('payout');
  const states = stepStates(batch);
  return (
    <ol className="ld-steps">
      {STEPS.map((step) => (
        <li
          key={step}
          className={`ld-step ld-step--${states[step]}`}
          aria-current={states[step] === 'now' ? 'step' : undefined}
        >
          {ICONS[states[step]]}
          <span>
            <b>{t(`step.${step}`)}</b>
            <small>
              <StepFact step={step} state={states[step]} batch={batch} />
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
}

function StepFact({ step, state, batch }: { step: Step; state: StepState; batch: PayoutBatch }): ReactNode {
  const { t } = useTranslation('payout');
  if (state === 'stopped') return t('step.cancelled', { reason: batch.cancelled_reason });
  if (step === 'draft') return <By who={batch.made_by} at={batch.made_at} />;
  if (step === 'approve') {
    if (batch.approved_by !== null) return <By who={batch.approved_by} at={batch.approved_at} />;
    return state === 'now' ? t('step.waiting_second') : null;
  }
  if (step === 'pay')
    return state === 'ahead' ? null : t('step.results', { done: withResult(batch), all: batch.items.length });
  return state === 'done' ? (
    <>
      {t(`batch_state.${batch.state}`)} <Money fen={batch.paid_fen} sign />
    </>
  ) : null;
}

function By({ who, at }: { who: string; at: number | null }) {
  return (
    <>
      {who} <Instant at={at} />
    </>
  );
}
