import { constants, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright';
import { ensureBundle } from '../../../scripts/runtime/bundle.ts';
import { ensureRuntime } from '../../../scripts/runtime/runtime.ts';
import { launchDesk } from '../../support/electron.ts';

export interface WindowTimes {
  /** Milliseconds of one frame of an idle page. */
  frame: number;
  /**
   * Milliseconds from key press to painted rows, less what the service takes to answer the same question when the page
   * has nothing else to do; one for each key press.
   */
  beyond: number[];
  /** Milliseconds between frames while rows pass. */
  scrolling: number[];
  rowsPassed: number;
}

/** Typed letter by letter; no two begin alike, so that every press asks what the page has no answer to yet. */
const WORDS = ['500g*2', '1.5L', 'zc29f', '4kg', '2025', '=1+1', 'caf', 'tab'];
const WARM_UP_KEYS = 4;
const REST_MS = 400;
const SCROLL_LIMIT_MS = 120_000;

/** Opens the built program on a copy of the books and looks at the orders page as a hand types and scrolls. */
export async function ordersWindow(booksFolder: string, rows: number): Promise<WindowTimes> {
  await ensureBundle(await ensureRuntime({ quiet: true }));
  const dataDir = mkdtempSync(join(tmpdir(), 'league-desk-bench-'));
  const books = join(dataDir, 'institutions', 'demo');
  mkdirSync(books, { recursive: true });
  copyFileSync(join(booksFolder, 'desk.db'), join(books, 'desk.db'), constants.COPYFILE_FICLONE);
  const desk = await launchDesk({ dataDir, offline: true });
  try {
    const { page } = desk;
    await page.addInitScript(watch);
    await page.reload();
    await page.evaluate(() => {
      window.location.hash = '#/orders';
    });
    const search = page.getByTestId('orders-search');
    await search.waitFor();
    await page.locator('[role=grid] [data-row="0"]').waitFor();
    await delay(3000);
    const frame = await page.evaluate(() => (window as Watched).benchFrames!(60)).then(middle);
    const beyond = await typing(page);
    const { frames: scrolling, passed } = await page.evaluate(scroll, { rows, limitMs: SCROLL_LIMIT_MS });
    return { frame, beyond, scrolling, rowsPassed: passed };
  } finally {
    await desk.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function typing(page: Page): Promise<number[]> {
  const beyond: number[] = [];
  const search = page.getByTestId('orders-search');
  for (const word of WORDS) {
    await search.fill('');
    await delay(REST_MS);
    await search.focus();
    for (const key of word) {
      const painted = page.evaluate(() => (window as Watched).benchPainted!());
      await page.keyboard.press(key);
      beyond.push(await painted);
      await delay(REST_MS);
    }
  }
  return beyond.slice(WARM_UP_KEYS);
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!;
}

interface Watched {
  benchFrames?: (count: number) => Promise<number[]>;
  benchPainted?: () => Promise<number>;
}

/** Runs in the page before its own scripts: notes key presses, questions for rows, and their answers. */
function watch(): void {
  const IDLE_MS = 400;
  const seen = {
    key: 0,
    asked: 0,
    answered: 0,
    id: -1,
    port: undefined as MessagePort | undefined,
    frame: undefined as object | undefined,
    ports: new WeakSet<MessagePort>(),
  };
  addEventListener('keydown', (event) => Object.assign(seen, { key: event.timeStamp, answered: 0, asked: 0 }), true);
  const post = MessagePort.prototype.postMessage as (message: unknown, rest?: unknown) => void;
  MessagePort.prototype.postMessage = function send(this: MessagePort, message: unknown, rest?: unknown) {
    const frame = message as { kind?: string; id?: number; route?: string };
    if (frame?.kind === 'call' && frame.route === 'order.page' && seen.asked === 0) {
      seen.asked = performance.now();
      seen.id = frame.id!;
      seen.frame = frame;
      seen.port = this;
      if (!seen.ports.has(this)) {
        seen.ports.add(this);
        this.addEventListener('message', ({ data }) => {
          if (data?.kind === 'answer' && data.id === seen.id && seen.answered === 0) seen.answered = performance.now();
        });
      }
    }
    return rest === undefined ? post.call(this, message) : post.call(this, message, rest);
  };
  /** The last question once more, under a number nobody waits for. */
  const askAgain = () =>
    new Promise<number>((resolve) => {
      const { port, frame } = seen;
      const began = performance.now();
      const hear = ({ data }: MessageEvent) => {
        if (data?.kind !== 'answer' || data.id !== -1) return;
        port!.removeEventListener('message', hear);
        resolve(performance.now() - began);
      };
      port!.addEventListener('message', hear);
      post.call(port!, { ...frame, id: -1 });
    });
  const bench = window as unknown as Watched;
  bench.benchFrames = (count) =>
    new Promise((resolve) => {
      const times: number[] = [];
      let last = performance.now();
      const look = (now: number) => {
        times.push(now - last);
        last = now;
        if (times.length < count) requestAnimationFrame(look);
        else resolve(times);
      };
      requestAnimationFrame(look);
    });
  bench.benchPainted = () =>
    new Promise((resolve) => {
      let changed = false;
      const changes = new MutationObserver(() => {
        changed = seen.answered > 0;
      });
      changes.observe(document.querySelector('[role=grid]')!.parentElement!, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      // The same rows again change nothing: a few frames after the answer there is nothing left to wait for.
      let framesLeft = 4;
      const look = () => {
        if (seen.answered > 0) framesLeft -= 1;
        if (!changed && framesLeft > 0) {
          requestAnimationFrame(look);
          return;
        }
        changes.disconnect();
        // What this frame shows is painted when the task behind it runs.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const took = performance.now() - seen.key;
          setTimeout(() => void askAgain().then((service) => resolve(took - service)), IDLE_MS);
        };
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
}

/**
 * Runs in the page: scrolls at the pace of a hand among the first rows, reads on until so many have passed, and
 * scrolls there again.
 */
async function scroll({
  rows,
  limitMs,
}: {
  rows: number;
  limitMs: number;
}): Promise<{ frames: number[]; passed: number }> {
  const HAND_PIXELS = 120;
  const HAND_FRAMES = 600;
  const grid = document.querySelector<HTMLElement>('[role=grid]')!;
  const frames: number[] = [];
  const eachFrame = (look: (between: number) => boolean) =>
    new Promise<void>((resolve) => {
      let last = performance.now();
      const step = (now: number) => {
        const more = look(now - last);
        last = now;
        if (more) requestAnimationFrame(step);
        else resolve();
      };
      requestAnimationFrame(step);
    });
  const byHand = async (pixels: number) => {
    let left = HAND_FRAMES;
    await eachFrame((between) => {
      // The first ones follow something else.
      if (left < HAND_FRAMES - 2) frames.push(between);
      grid.scrollTop += pixels;
      left -= 1;
      return left > 0;
    });
  };
  await byHand(HAND_PIXELS);
  const began = performance.now();
  let passed = 0;
  await eachFrame(() => {
    for (const row of grid.querySelectorAll('[data-row]'))
      passed = Math.max(passed, Number(row.getAttribute('data-row')));
    grid.scrollTop = grid.scrollHeight;
    return passed < rows && performance.now() - began < limitMs;
  });
  await byHand(-HAND_PIXELS);
  return { frames, passed };
}
