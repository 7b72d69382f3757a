import { App, Button, DatePicker, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatPpm, type Ppm } from '../../../../shared/rate.ts';
import { useRoute } from '../../../app/client/index.ts';
import { addressOf } from '../../../app/router/address.ts';
import { ErrorState, Instant, Rate } from '../../../parts/index.ts';
import { RatioInput } from '../../../parts/RatioInput.tsx';
import { OverlapNotice } from '../../../parts/rule/OverlapNotice.tsx';
import { RuleDays } from '../../../parts/rule/RuleDays.tsx';
import { RuleStateTag } from '../../../parts/rule/RuleStateTag.tsx';
import { useAddRule } from '../../../parts/rule/use-add-rule.ts';

interface Props {
  open: boolean;
  /** A rule from this month's first day on is what its figures need. */
  period: string;
  onClose: () => void;
}

/** The rule for promoters the institution pays and who have none of their own; earlier rules stay in the list. */
export function RuleDialog({ open, period, onClose }: Props) {
  const { t } = useTranslation('settlement');
  const { message } = App.useApp();
  const [ratio, setRatio] = useState<Ppm | null>(500_000);
  const [fromDay, setFromDay] = useState<string | null>(null);
  const day = fromDay ?? `${period}-01`;
  const adding = useAddRule((rule) => {
    if (rule.kind !== 'split') return;
    message.success(t('rule.saved', { ratio: formatPpm(rule.ratio_ppm), day: rule.from_day }));
    onClose();
  });
  const everyone = { kind: 'split', promoter_appid: null, product_id: null } as const;
  return (
    <Modal
      open={open}
      width={560}
      title={t('rule.title')}
      onCancel={onClose}
      footer={
        <Button
          type="primary"
          disabled={ratio === null}
          loading={adding.pending}
          onClick={() => ratio !== null && adding.add({ ...everyone, ratio_ppm: ratio, from_day: day, succeeds: true })}
        >
          {t('rule.save')}
        </Button>
      }
    >
      <p className="ld-soft">{t('rule.hint')}</p>
      {adding.error ? <ErrorState error={adding.error} small /> : null}
      <div className="ld-rule-form">
        <span>{t('rule.ratio')}</span>
        <RatioInput
          name={t('rule.ratio')}
          value={ratio}
          onChange={(chosen) => {
            setRatio(chosen);
            adding.forget();
          }}
          least={0}
        />
        <span>{t('rule.from_day')}</span>
        <DatePicker
          aria-label={t('rule.from_day')}
          value={dayjs(day)}
          onChange={(chosen) => {
            setFromDay(chosen ? chosen.format('YYYY-MM-DD') : null);
            adding.forget();
          }}
          allowClear={false}
        />
      </div>
      <OverlapNotice adding={adding} />
      <h3 className="ld-rule-title">{t('rule.list')}</h3>
      <DefaultRules open={open} />
      <Link href={addressOf('settlement', { view: 'rules' })}>{t('rule.all')}</Link>
    </Modal>
  );
}

function DefaultRules({ open }: { open: boolean }) {
  const { t } = useTranslation('settlement');
  const rules = useRoute('rule.list', { kind: 'split', scope: 'default', limit: 500 }, { enabled: open });
  if (!rules.data?.rows.length) return <p className="ld-faint">{t('rule.none')}</p>;
  return (
    <div className="ld-rule-list">
      <table className="ld-plain-table">
        <tbody>
          {rules.data.rows.map((rule) => (
            <tr key={rule.rule_id}>
              <td>
                <RuleStateTag state={rule.state} />
              </td>
              <td className="ld-end">{rule.kind === 'split' ? <Rate ppm={rule.ratio_ppm} /> : null}</td>
              <td>
                <RuleDays rule={rule} />
              </td>
              <td className="ld-end ld-faint">
                {rule.set_by} · <Instant at={rule.set_at} as="day" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
