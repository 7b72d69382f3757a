import { HistoryOutlined, QuestionCircleOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../shared/contract/order.ts';
import type { ReviewReason } from '../../../../shared/contract/review.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { EmptyState, ErrorState, formatCount, LoadingState } from '../../../parts/index.ts';
import type { OrdersBodyProps } from '../body.ts';
import { openParam } from '../open-order.ts';
import { type ActAsked, ActDialogs } from './ActDialogs.tsx';
import { type Asked, AskReason } from './AskReason.tsx';
import { BatchesPanel } from './BatchesPanel.tsx';
import { counted } from './counted.ts';
import { type BarAct, DecisionBar } from './DecisionBar.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { ProgressStrip } from './ProgressStrip.tsx';
import { QueueList } from './QueueList.tsx';
import { type Chosen, chosenRange, NONE_CHOSEN, nextPlace, queueFilter, rowKey, targetOf, toggled } from './queue.ts';
import { ReviewOrder } from './ReviewOrder.tsx';
import { REASONS } from './reasons.ts';
import type { ReviewStep } from './review-keys.ts';
import { useQueue } from './use-queue.ts';
import { type Decided, useReviewActs } from './use-review-acts.tsx';
import { useReviewKeys } from './use-review-keys.ts';
import './review.css';

/** The review queue of the room's question: one order after another, by keyboard. */
export function ReviewTab({ filter: question, sort, asOf }: OrdersBodyProps) {
  const { t } = useTranslation('review');
  const { params, set } = useFilters();
  const filter = queueFilter(question);
  const asked = JSON.stringify([filter, sort, asOf]);

  const sight = useRef<readonly OrderRow[]>([]);
  const queue = useQueue({ filter, sort, asOf }, () => sight.current);
  const list = useRef<HTMLDivElement | null>(null);
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<Chosen>(NONE_CHOSEN);
  const anchor = useRef<{ place: number; base: Chosen } | null>(null);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState<Asked | null>(null);
  const [dialog, setDialog] = useState<ActAsked | null>(null);
  const [panel, setPanel] = useState<'help' | 'batches' | null>(null);
  const rules = useRoute('review.rules', {});

  const { rows, refresh } = queue;
  const row = rows[Math.min(active, rows.length - 1)];
  const readOnly = asOf !== null;
  const covered = dialog !== null || panel !== null || params.get('open') !== null;

  const focusList = () => list.current?.focus({ preventScroll: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is another queue
  useEffect(() => {
    setActive(0);
    setChosen(NONE_CHOSEN);
    setDecided(new Set());
    setReason(null);
    anchor.current = null;
    if (list.current) list.current.scrollTop = 0;
  }, [asked]);
  // Whatever lay over the queue is gone: the keys are the list's again.
  useEffect(() => {
    if (!covered && reason === null) list.current?.focus({ preventScroll: true });
  }, [covered, reason]);

  const onUndone = useCallback(() => {
    const before = new Map(rows.map((one) => [rowKey(one), one.review_state]));
    void refresh().then(
      (fresh) => {
        const back = rows.findIndex((one) => fresh.get(rowKey(one))?.review_state !== before.get(rowKey(one)));
        if (back < 0) return;
        // What was taken back is looked at again.
        setDecided((known) => new Set([...known].filter((key) => fresh.get(key)?.review_state === before.get(key))));
        setActive(back);
      },
      () => {},
    );
  }, [rows, refresh]);
  const acts = useReviewActs(onUndone);

  const goTo = (place: number) => {
    setActive(Math.max(0, Math.min(rows.length - 1, place)));
    setReason(null);
  };
  const move = (by: 1 | -1, extend: boolean) => {
    const to = Math.max(0, Math.min(rows.length - 1, active + by));
    if (extend) {
      anchor.current ??= { place: active, base: chosen.all ? NONE_CHOSEN : chosen };
      setChosen(chosenRange(anchor.current.base, rows, anchor.current.place, to));
    } else anchor.current = null;
    goTo(to);
  };

  /** Goes on at once; what the service made of it comes into the list when it is read again. */
  const settle = async (target: OrderRow[], work: Promise<unknown>, whole: boolean) => {
    const keys = target.map(rowKey);
    const known = new Set([...decided, ...keys]);
    setReason(null);
    setChosen(NONE_CHOSEN);
    anchor.current = null;
    if (!whole) {
      setDecided(known);
      const from = rows.findLastIndex((one) => keys.includes(rowKey(one)));
      setActive(nextPlace(rows, from < 0 ? active : from, known));
    }
    const done = await work;
    if (whole) {
      setDecided(new Set());
      setActive(0);
      queue.reload();
    } else if (done === null) setDecided((now) => new Set([...now].filter((key) => !keys.includes(key))));
    else await refresh(target).catch(() => {});
  };
  const decideRow = (one: OrderRow, what: Omit<Decided, 'target'>) =>
    void settle(
      [one],
      acts.decide({ ...what, target: { keys: [{ order_id: one.order_id, sku_id: one.sku_id }] } }),
      false,
    );

  const begin = (act: BarAct) => {
    const what = targetOf(chosen, rows, row, filter);
    if (!what || readOnly) return;
    const several = chosen.all || what.rows.length > 1;
    const count = chosen.all ? t('count_all') : t('count_rows', counted(what.rows.length));
    if (several || act === 'note' || act === 'tag') setDialog({ act, ...what, count });
    else if (act === 'hold' || act === 'exclude') setReason({ asking: act, reason: null, note: '' });
    else decideRow(what.rows[0]!, { action: act });
  };
  const confirmReason = () => {
    const one = targetOf(chosen, rows, row, filter)?.rows[0];
    // Not held up by the decision before, which may still be on its way: no key of a fast reviewer is lost.
    if (!one || !reason?.reason) return;
    const note = reason.note.trim();
    decideRow(one, { action: reason.asking, reason: reason.reason, ...(note ? { note } : {}) });
    focusList();
  };
  const choose = (digit: number) => {
    const one: ReviewReason | undefined = reason ? REASONS[reason.asking][digit - 1] : undefined;
    if (reason && one) setReason({ ...reason, reason: one });
  };

  const onStep = (step: ReviewStep): boolean => {
    if (covered) return false;
    if ('help' in step) setPanel('help');
    else if (rows.length === 0) return false;
    else if ('move' in step) move(step.move, step.extend);
    else if ('to' in step) goTo(step.to === 'first' ? 0 : rows.length - 1);
    else if ('open' in step) {
      if (row) set({ open: openParam(row) });
    } else if ('cancel' in step) {
      if (reason) setReason(null);
      else if (chosen.all || chosen.keys.size > 0) setChosen(NONE_CHOSEN);
      else return false;
    } else if (readOnly) return false;
    else if ('act' in step) {
      if (step.act === 'undo') void acts.undo();
      else begin(step.act);
    } else if ('choose' in step) choose(step.choose);
    else if ('confirm' in step) confirmReason();
    else if ('toggle' in step && row) setChosen(toggled(chosen, rowKey(row)));
    else if ('all' in step) setChosen({ keys: new Set(), all: true });
    return true;
  };
  useReviewKeys(reason !== null, onStep);

  const onPick = (place: number, event: MouseEvent) => {
    if (event.shiftKey) {
      anchor.current ??= { place: active, base: chosen.all ? NONE_CHOSEN : chosen };
      setChosen(chosenRange(anchor.current.base, rows, anchor.current.place, place));
    } else if (event.ctrlKey || event.metaKey) setChosen(toggled(chosen, rowKey(rows[place]!)));
    goTo(place);
    focusList();
  };
  const onToggle = (place: number) => {
    setChosen(toggled(chosen, rowKey(rows[place]!)));
    setActive(place);
    focusList();
  };
  const onSight = useCallback((seen: readonly OrderRow[]) => {
    sight.current = seen;
  }, []);

  const many = chosen.all || chosen.keys.size > 1;
  return (
    <div className="ld-review">
      <div className="ld-review__top">
        <ProgressStrip filter={filter} asOf={asOf} deciding={acts.pending} />
        <span className="ld-review__space" />
        {rules.data?.two_person ? <span className="ld-tag ld-tag--info">{t('two_person')}</span> : null}
        <Button size="small" type="text" icon={<ReloadOutlined />} onClick={queue.reload}>
          {t('queue.reload')}
        </Button>
        <Button size="small" type="text" icon={<HistoryOutlined />} onClick={() => setPanel('batches')}>
          {t('batch.title')}
        </Button>
        <Button size="small" type="text" icon={<QuestionCircleOutlined />} onClick={() => setPanel('help')}>
          {t('help.button')}
        </Button>
      </div>
      {asOf !== null ? (
        <p className="ld-finding ld-finding--info ld-review__past">
          {t('queue.past', { at: formatInstant(asOf).slice(0, 16) })}
        </p>
      ) : null}
      <div className="ld-review__body">
        <div className="ld-queue">
          <div className="ld-queue__head">
            {chosen.all || chosen.keys.size > 0 ? (
              <>
                <b>
                  {chosen.all ? t('queue.chosen_all') : t('queue.chosen', { count: formatCount(chosen.keys.size) })}
                </b>
                <button type="button" className="ld-link" onClick={() => setChosen(NONE_CHOSEN)}>
                  {t('queue.clear')}
                </button>
              </>
            ) : (
              <span>
                {rows.length > 0
                  ? t('queue.place', {
                      place: formatCount(active + 1),
                      of:
                        queue.total === null
                          ? `${formatCount(rows.length)}+`
                          : formatCount(Math.max(queue.total, rows.length)),
                    })
                  : t('queue.title')}
              </span>
            )}
          </div>
          <QueueList
            queue={queue}
            active={Math.min(active, rows.length - 1)}
            chosen={chosen}
            decided={decided}
            list={list}
            onSight={onSight}
            onPick={onPick}
            onToggle={onToggle}
            empty={
              queue.error ? (
                <ErrorState error={queue.error} small onRetry={queue.reload} />
              ) : queue.stale ? (
                <LoadingState lines={8} />
              ) : (
                <EmptyState title={t('queue.empty')} text={t('queue.empty_hint')} />
              )
            }
          />
        </div>
        <div className="ld-review__order">
          <div className="ld-review__scroll" key={row ? rowKey(row) : ''}>
            {row ? <ReviewOrder order={row} asOf={asOf} /> : null}
          </div>
          {row && !readOnly ? (
            <footer className="ld-review__bar">
              {reason ? (
                <AskReason
                  asked={reason}
                  onChange={setReason}
                  onConfirm={confirmReason}
                  onCancel={() => setReason(null)}
                />
              ) : (
                <>
                  {many ? (
                    <b className="ld-review__many">
                      {chosen.all
                        ? t('queue.for_all')
                        : t('queue.for_chosen', { count: formatCount(chosen.keys.size) })}
                    </b>
                  ) : null}
                  <DecisionBar onAct={begin} keys />
                  <span className="ld-review__space" />
                  <Button type="text" onClick={() => void acts.undo()} disabled={acts.pending}>
                    {t('act.undo')}
                    <kbd>U</kbd>
                  </Button>
                </>
              )}
            </footer>
          ) : null}
        </div>
      </div>
      <ActDialogs
        asked={dialog}
        acts={acts}
        onClose={() => setDialog(null)}
        onDone={({ act, rows: target }, done) => {
          if (act === 'note' || act === 'tag') void refresh(target).catch(() => {});
          else void settle(target, Promise.resolve(done), chosen.all);
        }}
      />
      <BatchesPanel open={panel === 'batches'} onClose={() => setPanel(null)} acts={acts} />
      <KeyHelp open={panel === 'help'} onClose={() => setPanel(null)} />
    </div>
  );
}
