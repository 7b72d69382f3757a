import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Figure, figure } from '../measure/figure.ts';
import { orderBooks } from '../measure/order-books.ts';

const FEW = 10_000;

/** What the service takes for the same round of questions over many and over few orders. */
export async function memory(many: number): Promise<Figure[]> {
  const few = await memoryOver(FEW);
  const most = await memoryOver(many);
  return (['peak', 'steady'] as const).map((of) =>
    figure({
      name: `order.memory_${many}.${of}`,
      ours: most[of],
      reference: `the same questions over ${FEW} orders`,
      reference_value: few[of],
      unit: 'MiB',
      goal: { of: 'ratio', is: '<=', than: 1.5 },
    }),
  );
}

async function memoryOver(orders: number): Promise<{ peak: number; steady: number }> {
  const { folder } = await orderBooks(orders);
  const script = join(import.meta.dirname, '..', 'measure', 'questions-memory.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder]);
  return JSON.parse(stdout) as { peak: number; steady: number };
}
