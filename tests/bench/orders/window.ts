import { type Figure, figure } from '../measure/figure.ts';
import { ordersWindow } from '../measure/orders-window.ts';
import { timesOf } from '../measure/turns.ts';

const ROWS = 100_000;

/** In the real Electron: from key press to painted rows, and how rows pass under a scrolling hand. */
export async function inWindow(booksFolder: string): Promise<Figure[]> {
  const { frame, beyond, scrolling, rowsPassed } = await ordersWindow(booksFolder, ROWS);
  const typed = timesOf(beyond);
  const display = `a frame of the idle page, ${frame.toFixed(1)} ms`;
  const scrolled = `${display}; ${scrolling.length} frames of 120 pixels each, among the first rows and below ${rowsPassed} of them`;
  return [
    ...(['median', 'p95'] as const).map((of) =>
      figure({
        name: `order.window.key_to_rows${of === 'p95' ? '.p95' : ''}`,
        ours: typed[of],
        reference: `${display}; ours is from key press to painted rows, less what the service had the question for`,
        reference_value: frame,
        unit: 'ms',
        goal: { of: 'ratio', is: '<=', than: 4 },
      }),
    ),
    figure({
      name: 'order.window.scroll_median_frame',
      ours: timesOf(scrolling).median,
      reference: scrolled,
      reference_value: frame,
      unit: 'ms',
      goal: { of: 'ratio', is: '<=', than: 1.1 },
    }),
    figure({
      name: 'order.window.scroll_longest_frame',
      ours: Math.max(...scrolling),
      reference: scrolled,
      reference_value: frame,
      unit: 'ms',
      goal: { of: 'ours', is: '<=', than: 50 },
    }),
  ];
}
