import { describe, expect, it } from 'vitest';
import { type After, IDLE_SECONDS, lane } from '../../../electron/service/reading/lane.ts';
import type { Question, ThreadWord } from '../../../electron/service/reading/question.ts';
import type { StartThread, ThreadListener } from '../../../electron/service/reading/thread.ts';

/** Threads that answer when they are told to. */
function script() {
  const threads: { asked: Question[]; listener: ThreadListener; ended: boolean }[] = [];
  const start: StartThread = (listener) => {
    const thread = { asked: [] as Question[], listener, ended: false };
    threads.push(thread);
    return {
      ask: (question) => thread.asked.push(question),
      end: async () => {
        thread.ended = true;
      },
    };
  };
  const timers: { seconds: number; run: () => void; off: boolean }[] = [];
  const after: After = (seconds, run) => {
    const timer = { seconds, run, off: false };
    timers.push(timer);
    return () => {
      timer.off = true;
    };
  };
  return { threads, start, after, timers, running: () => timers.filter((timer) => !timer.off) };
}

type Asked = Extract<Question, { name: 'order.totals' | 'order.facets' }>;
const totals = (text: string): Asked => ({ name: 'order.totals', input: { filter: { axis: 'created', text } } });
const facets = (text: string): Asked => ({
  name: 'order.facets',
  input: { filter: { axis: 'created', text }, of: [] },
});
const textOf = (question: Question) => (question as Asked).input.filter.text;

/** What each question came to, in the order of settling. */
function watch(ask: (question: Question) => Promise<unknown>) {
  const seen: string[] = [];
  const put = (question: Asked) =>
    ask(question).then(
      (answer) => seen.push(`${question.input.filter.text}: ${String(answer)}`),
      (error: { code: string }) => seen.push(`${question.input.filter.text}: ${error.code}`),
    );
  return { seen, put };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const answer = (text: string): ThreadWord => ({ answer: text });

describe('lane', () => {
  it('starts a thread with the first question only, and asks one at a time, the newest waiting one first', async () => {
    const { threads, start, after } = script();
    const asking = lane(start, after);
    expect(threads).toHaveLength(0);
    const { seen, put } = watch(asking.ask);
    for (const text of ['a', 'b', 'c']) void put(totals(text));
    expect(threads).toHaveLength(1);
    expect(threads[0]!.asked.map(textOf)).toEqual(['a']);
    for (const _ of [1, 2, 3]) threads[0]!.listener.word(answer('done'));
    await turn();
    expect(threads[0]!.asked.map(textOf)).toEqual(['a', 'c', 'b']);
    expect(seen).toEqual(['a: done', 'c: done', 'b: done']);
  });

  it('lets the oldest waiting question of a route go when more than three of it wait', async () => {
    const { threads, start, after } = script();
    const { seen, put } = watch(lane(start, after).ask);
    for (const text of ['a', 'b', 'c', 'd']) void put(totals(text));
    void put(facets('x'));
    await turn();
    expect(seen).toEqual([]);
    void put(totals('e'));
    await turn();
    expect(seen).toEqual(['b: order.question_superseded']);
    for (let count = 0; count < 5; count++) threads[0]!.listener.word(answer('done'));
    await turn();
    expect(seen.slice(1)).toEqual(['a: done', 'e: done', 'x: done', 'd: done', 'c: done']);
  });

  it('passes a failure on with its code and params and goes on', async () => {
    const { threads, start, after } = script();
    const asking = lane(start, after);
    const failed = asking.ask(totals('a'));
    const next = asking.ask(totals('b'));
    threads[0]!.listener.word({ failed: { code: 'input.invalid', params: { field: 'day' }, stack: null } });
    await expect(failed).rejects.toMatchObject({ code: 'input.invalid', params: { field: 'day' } });
    threads[0]!.listener.word(answer('done'));
    await expect(next).resolves.toBe('done');
  });

  it('fails what a dying thread was at, and asks a new one the rest', async () => {
    const { threads, start, after } = script();
    const asking = lane(start, after);
    const failed = asking.ask(totals('a'));
    const next = asking.ask(totals('b'));
    threads[0]!.listener.died(new Error('out of memory'));
    await expect(failed).rejects.toMatchObject({ code: 'service.internal' });
    expect(threads).toHaveLength(2);
    // What the dead one may still say is nobody's answer.
    threads[0]!.listener.word(answer('late'));
    threads[1]!.listener.word(answer('done'));
    await expect(next).resolves.toBe('done');
  });

  it('survives a thread that cannot be started', async () => {
    const asking = lane(() => {
      throw new Error('no threads left');
    }, script().after);
    await expect(asking.ask(totals('a'))).rejects.toMatchObject({ code: 'service.internal' });
    await expect(asking.ask(totals('b'))).rejects.toMatchObject({ code: 'service.internal' });
  });

  it('gives its thread back after some idle minutes, and starts another when asked again', async () => {
    const { threads, start, after, running } = script();
    const asking = lane(start, after);
    const first = asking.ask(totals('a'));
    expect(running()).toHaveLength(0);
    threads[0]!.listener.word(answer('done'));
    await first;
    expect(running().map((timer) => timer.seconds)).toEqual([IDLE_SECONDS]);
    const second = asking.ask(totals('b'));
    expect(running()).toHaveLength(0);
    threads[0]!.listener.word(answer('done'));
    await second;
    running()[0]!.run();
    expect(threads[0]!.ended).toBe(true);
    const third = asking.ask(totals('c'));
    expect(threads).toHaveLength(2);
    threads[1]!.listener.word(answer('done'));
    await third;
  });

  it('closes: what is open fails, nothing new is taken', async () => {
    const { threads, start, after } = script();
    const asking = lane(start, after);
    const { seen, put } = watch(asking.ask);
    void put(totals('a'));
    void put(totals('b'));
    await asking.close();
    expect(threads[0]!.ended).toBe(true);
    await put(totals('c'));
    expect(seen.sort()).toEqual(['a: service.gone', 'b: service.gone', 'c: service.gone']);
    expect(threads).toHaveLength(1);
  });
});
