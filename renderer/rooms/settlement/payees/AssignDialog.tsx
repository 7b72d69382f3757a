import { App, DatePicker, Input, Modal, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useDesk, useRoute } from '../../../app/client/index.ts';
import { PromoterSelect } from '../../../parts/choose/PromoterSelect.tsx';
import { ErrorState } from '../../../parts/index.ts';
import { firstAssignable } from './month-ahead.ts';
import { PayeeSelect } from './PayeeSelect.tsx';

const MODES = ['existing', 'new', 'himself'] as const;
type Mode = (typeof MODES)[number];

interface Props {
  /** The month on screen. */
  period: string;
  /** Chosen at the beginning. */
  promoters: readonly string[];
  onClose: () => void;
}

/** Gives promoters' shares to a payee from a month on, or back to themselves. */
export function AssignDialog({ period, promoters: first, onClose }: Props) {
  const { t } = useTranslation('payee');
  const { message } = App.useApp();
  const desk = useDesk();
  const periods = useRoute('settlement.periods', {}).data ?? [];
  const [promoters, setPromoters] = useState<readonly string[]>(first);
  const [mode, setMode] = useState<Mode>('existing');
  const [payee, setPayee] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [making, setMaking] = useState<{ pending: boolean; error: unknown }>({ pending: false, error: null });
  const earliest = firstAssignable(periods, period);
  const from = chosen ?? earliest;
  const assign = useAction('payee.assign', {
    quiet: true,
    onDone: ({ changed }) => {
      message.success(changed === 0 ? t('assign.done_none') : t('assign.done', { count: changed }));
      onClose();
    },
  });
  const whole =
    promoters.length > 0 && (mode === 'himself' || (mode === 'existing' ? payee !== null : name.trim() !== ''));

  const save = async () => {
    const to = (payee_id: string | null) =>
      assign.mutate({ promoter_appids: [...promoters], payee_id, from_period: from });
    if (mode !== 'new') return to(mode === 'existing' ? payee : null);
    setMaking({ pending: true, error: null });
    try {
      const made = await desk.act('payee.save', { name: name.trim() });
      // Should assigning fail, the payee is there: trying again must not make a second one.
      setMode('existing');
      setPayee(made.payee_id);
      setMaking({ pending: false, error: null });
      to(made.payee_id);
    } catch (error) {
      setMaking({ pending: false, error });
    }
  };
  const error = making.error ?? assign.error;

  return (
    <Modal
      open
      width={560}
      title={t('assign.title')}
      onCancel={onClose}
      okText={t('assign.save')}
      okButtonProps={{ disabled: !whole, loading: making.pending || assign.isPending }}
      onOk={() => void save()}
    >
      <p>{t('assign.does')}</p>
      <div className="ld-payee-form">
        <span>{t('assign.promoters')}</span>
        <PromoterSelect name={t('assign.promoters')} value={promoters} onChange={setPromoters} />
        <span>{t('assign.to')}</span>
        <Segmented<Mode>
          value={mode}
          onChange={setMode}
          options={MODES.map((one) => ({ value: one, label: t(`assign.modes.${one}`) }))}
        />
        {mode === 'existing' ? (
          <>
            <span>{t('assign.payee')}</span>
            <PayeeSelect value={payee} onChange={setPayee} />
          </>
        ) : null}
        {mode === 'new' ? (
          <>
            <span>{t('assign.new_name')}</span>
            <Input
              aria-label={t('assign.new_name')}
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.target.value)}
            />
          </>
        ) : null}
        <span>{t('assign.from')}</span>
        <DatePicker
          picker="month"
          aria-label={t('assign.from')}
          value={dayjs(`${from}-01`)}
          minDate={dayjs(`${earliest}-01`)}
          onChange={(day) => setChosen(day ? day.format('YYYY-MM') : null)}
          allowClear={false}
        />
      </div>
      <p className="ld-soft">{t('assign.leaves')}</p>
      {error ? <ErrorState error={error} small /> : null}
    </Modal>
  );
}
