import { Checkbox, Input, type InputRef, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../../../shared/contract/view.ts';
import type { Day } from '../../../../shared/time.ts';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState } from '../../../parts/ErrorState.tsx';
import { failureOf } from '../../../parts/failure-text.ts';
import { columnsOfTable } from '../../../state/view.ts';
import type { OrderQuestion } from '../address.ts';
import { presetOf } from '../date-preset.ts';
import { FilterChips } from '../filter/FilterChips.tsx';
import { ORDERS_TABLE } from '../table/use-order-columns.ts';
import { viewQuestionOf } from './view-question.ts';

/** A new view of the present question, or another name for an old one. */
export type Naming = { kind: 'new' } | { kind: 'rename'; view: SavedView };

interface Props {
  naming: Naming | null;
  question: OrderQuestion;
  today: Day;
  onDone: (view: SavedView) => void;
  onClose: () => void;
}

export function NameDialog({ naming, question, today, onDone, onClose }: Props) {
  const { t } = useTranslation(['views', 'orders']);
  const [name, setName] = useState('');
  const field = useRef<InputRef>(null);
  const [follow, setFollow] = useState(true);
  const save = useAction('view.save', { quiet: true, onDone });
  const { reset } = save;
  useEffect(() => {
    setName(naming?.kind === 'rename' ? naming.view.name : '');
    setFollow(true);
    reset();
  }, [naming, reset]);

  const preset = naming?.kind === 'new' ? presetOf(question.filter, today) : null;
  const taken = save.error !== null && failureOf(save.error).code === 'view.name_taken';
  const wanted = name.trim();
  const submit = () => {
    if (!naming || !wanted || save.isPending) return;
    if (naming.kind === 'rename') {
      save.mutate({ view_id: naming.view.view_id, name: wanted, question: naming.view.question });
    } else {
      save.mutate({ name: wanted, question: viewQuestionOf(question, columnsOfTable(ORDERS_TABLE), follow, today) });
    }
  };
  return (
    <Modal
      open={naming !== null}
      title={t(naming?.kind === 'rename' ? 'rename_title' : 'save_title')}
      okText={t(naming?.kind === 'rename' ? 'ok_rename' : 'ok_save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: wanted === '', loading: save.isPending }}
      onOk={submit}
      onCancel={onClose}
      // The dialog's own hold on the focus takes it from a field that had it first.
      afterOpenChange={(shown) => shown && field.current?.focus()}
      width={480}
      destroyOnHidden
    >
      <div className="ld-view-form">
        <Input
          ref={field}
          aria-label={t('name')}
          aria-invalid={taken}
          {...(taken ? { status: 'error' as const } : {})}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            reset();
          }}
          onPressEnter={submit}
          placeholder={t('name_placeholder')}
          maxLength={60}
          data-testid="view-name"
        />
        {taken ? (
          <span className="ld-bad-text" role="alert">
            {t('name_taken')}
          </span>
        ) : null}
        {save.error && !taken ? <ErrorState error={save.error} small /> : null}
        {naming?.kind === 'new' ? (
          <>
            <span className="ld-soft">{t('keeps')}</span>
            <FilterChips filter={question.filter} />
            {preset ? (
              <Checkbox checked={follow} onChange={(event) => setFollow(event.target.checked)}>
                {t('follow', { preset: t(`orders:preset.${preset}`) })}
                <small className="ld-faint ld-view-form__hint">
                  {t('follow_hint', { from: question.filter.from, to: question.filter.to })}
                </small>
              </Checkbox>
            ) : null}
            <small className="ld-faint">{t('keeps_columns')}</small>
          </>
        ) : null}
      </div>
    </Modal>
  );
}
