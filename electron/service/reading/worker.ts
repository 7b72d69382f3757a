import { parentPort, workerData } from 'node:worker_threads';
import { storeFailure } from '../store/failure.ts';
import { toThreadFailure } from '../thread-failure.ts';
import { answersFrom } from './answers.ts';
import type { Question, ThreadWord } from './question.ts';
import type { ThreadBooks } from './thread.ts';

const { dataDir, cache } = workerData as ThreadBooks;
const answers = answersFrom(dataDir, cache);

function wordOn(question: Question): ThreadWord {
  try {
    return { answer: answers.answer(question) };
  } catch (error) {
    return { failed: toThreadFailure(storeFailure(error, '')) };
  }
}

parentPort?.on('message', (question: Question) => parentPort?.postMessage(wordOn(question)));
