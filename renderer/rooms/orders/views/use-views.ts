import { App, Button } from 'antd';
import { createElement, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../../../shared/contract/view.ts';
import { dayOf } from '../../../../shared/time.ts';
import { useAction, useRoute } from '../../../app/client/index.ts';
import { usePlatformNow } from '../../../parts/platform-now.ts';
import { columnsOfTable, setColumnsOfTable } from '../../../state/view.ts';
import type { OrderQuestion } from '../address.ts';
import { presetOf } from '../date-preset.ts';
import { ORDERS_TABLE } from '../table/use-order-columns.ts';
import { openView, questionOf, viewQuestionOf } from './view-question.ts';

const UNDO_SECONDS = 8;

/** The saved views, the one that is open, and what can be done with them at once. */
export function useViews(question: OrderQuestion, ask: (question: OrderQuestion) => void) {
  const { t } = useTranslation('views');
  const { message } = App.useApp();
  const today = dayOf(usePlatformNow());
  const views = useRoute('view.list', {}).data ?? [];
  const save = useAction('view.save');
  const remove = useAction('view.remove');

  const open = (view: SavedView) => {
    if (view.question.columns) setColumnsOfTable(ORDERS_TABLE, view.question.columns);
    ask(questionOf(view.question, today));
  };
  const overwrite = ({ view_id, name }: SavedView) => {
    const follow = presetOf(question.filter, today) !== null;
    const kept = viewQuestionOf(question, columnsOfTable(ORDERS_TABLE), follow, today);
    save.mutate(
      { view_id, name, question: kept },
      { onSuccess: () => void message.success(t('overwritten', { name })) },
    );
  };
  const putBack = useCallback(
    ({ name, question: kept }: SavedView) => {
      message.destroy(`removed ${name}`);
      save.mutate({ name, question: kept });
    },
    [message, save.mutate],
  );
  // Asking first would cost every time; taking back costs only when it was a mistake.
  const drop = (view: SavedView) =>
    remove.mutate(
      { view_id: view.view_id },
      {
        onSuccess: () =>
          void message.open({
            key: `removed ${view.name}`,
            type: 'info',
            duration: UNDO_SECONDS,
            content: createElement(
              'span',
              null,
              t('removed', { name: view.name }),
              createElement(Button, { type: 'link', size: 'small', onClick: () => putBack(view) }, t('put_back')),
            ),
          }),
      },
    );
  return { views, today, present: openView(views, question, today), open, overwrite, drop };
}
