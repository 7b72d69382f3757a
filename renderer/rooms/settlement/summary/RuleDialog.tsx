import { App, Button, DatePicker, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPpm, type Ppm } from '../../../../shared/rate.ts';
import { useAction, useRoute } from '../../../app/client/index.ts';
import { ProductTitleById, PromoterNameById } from '../../../parts/choose/names.tsx';
import { ErrorState, Instant, Rate } from '../../../parts/index.ts';
import { RatioInput } from '../../../parts/RatioInput.tsx';

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
  const rules = useRoute('settlement.rules', {}, { enabled: open });
  const day = fromDay ?? `${period}-01`;
  const save = useAction('settlement.set_default_rule', {
    quiet: true,
    onDone: (rule) => {
      message.success(t('rule.saved', { ratio: formatPpm(rule.ratio_ppm), day: rule.from_day }));
      onClose();
    },
  });
  return (
    <Modal
      open={open}
      width={520}
      title={t('rule.title')}
      onCancel={onClose}
      footer={
        <Button
          type="primary"
          disabled={ratio === null}
          loading={save.isPending}
          onClick={() => ratio !== null && save.mutate({ ratio_ppm: ratio, from_day: day })}
        >
          {t('rule.save')}
        </Button>
      }
    >
      <p className="ld-soft">{t('rule.hint')}</p>
      {save.error ? <ErrorState error={save.error} small /> : null}
      <div className="ld-rule-form">
        <span>{t('rule.ratio')}</span>
        <RatioInput name={t('rule.ratio')} value={ratio} onChange={setRatio} least={0} />
        <span>{t('rule.from_day')}</span>
        <DatePicker
          aria-label={t('rule.from_day')}
          value={dayjs(day)}
          onChange={(chosen) => setFromDay(chosen ? chosen.format('YYYY-MM-DD') : null)}
          allowClear={false}
        />
      </div>
      <h3 className="ld-rule-title">{t('rule.list')}</h3>
      {rules.data?.length ? (
        <div className="ld-rule-list">
          <table className="ld-plain-table">
            <tbody>
              {rules.data.map((rule) => (
                <tr key={rule.rule_id}>
                  <td className="ld-rule-who">
                    {rule.promoter_appid === null ? t('rule.everyone') : <PromoterNameById id={rule.promoter_appid} />}
                    <small>
                      {rule.product_id === null ? t('rule.every_product') : <ProductTitleById id={rule.product_id} />}
                    </small>
                  </td>
                  <td className="ld-end">
                    <Rate ppm={rule.ratio_ppm} />
                  </td>
                  <td className="ld-end">{rule.from_day}</td>
                  <td className="ld-end ld-faint">
                    {rule.set_by} · <Instant at={rule.set_at} as="day" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="ld-faint">{t('rule.none')}</p>
      )}
    </Modal>
  );
}
