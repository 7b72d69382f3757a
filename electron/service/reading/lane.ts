import { DeskError } from '../../../shared/contract/result.ts';
import { fromThreadFailure } from '../thread-failure.ts';
import type { Question, ThreadWord } from './question.ts';
import type { StartThread, Thread } from './thread.ts';

/** So many questions of one route wait at most: whoever asked the older ones has moved on. */
export const MOST_WAITING = 3;

/** A lane nobody asks gives its thread and its memory back after so many seconds. */
export const IDLE_SECONDS = 180;

/** Runs something later, until the answer is called; must not keep the program running. */
export type After = (seconds: number, run: () => void) => () => void;

/** Questions for one thread. */
export interface Lane {
  /** Rejects with the thread's `DeskError`, `order.question_superseded`, `service.internal` or `service.gone`. */
  ask(question: Question): Promise<unknown>;
  close(): Promise<void>;
}

interface Asked {
  question: Question;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/**
 * The thread starts with the first question and is asked one at a time, the newest waiting one first: that is what
 * somebody looks at. When it dies, the question it was at fails, and the next one gets a new thread.
 */
export function lane(start: StartThread, after: After): Lane {
  let thread: Thread | null = null;
  let current: Asked | null = null;
  let waiting: Asked[] = [];
  let stopWaiting = () => {};
  let closed = false;

  const begin = (): Thread => {
    const begun = start({
      word: (word) => {
        if (thread === begun) settle(word);
      },
      died: (reason) => {
        if (thread !== begun) return;
        thread = null;
        fail(reason);
      },
    });
    return begun;
  };

  const settle = (word: ThreadWord) => {
    const asked = current;
    current = null;
    if ('answer' in word) asked?.resolve(word.answer);
    else asked?.reject(fromThreadFailure(word.failed));
    next();
  };

  const fail = (cause: unknown) => {
    const asked = current;
    current = null;
    asked?.reject(new DeskError('service.internal', {}, { cause }));
    next();
  };

  const next = () => {
    stopWaiting();
    if (current || closed) return;
    current = waiting.pop() ?? null;
    if (!current) {
      if (thread) stopWaiting = after(IDLE_SECONDS, rest);
      return;
    }
    try {
      thread ??= begin();
      thread.ask(current.question);
    } catch (error) {
      fail(error);
    }
  };

  const rest = () => {
    const idle = thread;
    thread = null;
    return idle?.end();
  };

  const dropOldest = (name: Question['name']) => {
    const same = waiting.filter((asked) => asked.question.name === name);
    if (same.length <= MOST_WAITING) return;
    waiting = waiting.filter((asked) => asked !== same[0]);
    same[0]!.reject(new DeskError('order.question_superseded'));
  };

  return {
    ask(question) {
      if (closed) return Promise.reject(new DeskError('service.gone'));
      return new Promise((resolve, reject) => {
        waiting.push({ question, resolve, reject });
        next();
        dropOldest(question.name);
      });
    },
    async close() {
      closed = true;
      stopWaiting();
      const open = current ? [...waiting, current] : waiting;
      waiting = [];
      current = null;
      for (const asked of open) asked.reject(new DeskError('service.gone'));
      await rest();
    },
  };
}
