import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isChannel } from '../../../shared/channel.ts';
import type { Client } from '../../../shared/contract/client.ts';
import { AXES, type Axis, type OrderExportFormat, orderExportFormat } from '../../../shared/contract/order.ts';
import { startOfDay } from '../../../shared/time.ts';
import { type Arguments, readArguments, wholeNumber } from '../arguments.ts';
import { runJob } from '../job.ts';
import { endProgress, printJson, tell, tellProgress } from '../output.ts';
import { UsageError } from '../usage.ts';
import { withService } from '../with-service.ts';

const many = { type: 'string', multiple: true } as const;
const one = { type: 'string' } as const;

/** All rows of a filter, to a file or, without --out, to stdout. */
export async function orders(argv: string[]): Promise<number> {
  const args = readArguments(argv, {
    channel: many,
    status: many,
    'order-status': many,
    shop: many,
    promoter: many,
    product: many,
    'order-id': one,
    from: one,
    to: one,
    axis: one,
    format: one,
    out: one,
  });
  const format = orderExportFormat.safeParse(args.text('format') ?? 'json');
  if (!format.success) throw new UsageError(`--format: json, csv or xlsx, not ${args.text('format')}`);
  const out = args.text('out');
  if (format.data === 'xlsx' && out === undefined) throw new UsageError('--format xlsx needs --out FILE');
  const filter = filterOf(args);
  return withService(args, 'read', async (client) => {
    if (out === undefined) return toStdout(client, filter, format.data);
    const done = await exportTo(client, filter, format.data, resolve(out));
    if (args.json) printJson(done);
    else tell(`${done.rows} 行已写入 ${done.file}`);
    return 0;
  });
}

type Filter = ReturnType<typeof filterOf>;

function filterOf(args: Arguments) {
  const numbers = (name: string) => args.texts(name).map((value) => wholeNumber(name, value));
  const channel = args.texts('channel');
  const wrong = channel.find((text) => !isChannel(text));
  if (wrong) throw new UsageError(`--channel: promoter, talent or unknown:<n>, not ${wrong}`);
  const axis = args.text('axis') ?? 'created';
  if (!AXES.includes(axis as Axis)) throw new UsageError(`--axis: ${AXES.join(', ')}, not ${axis}`);
  for (const name of ['from', 'to']) {
    const day = args.text(name);
    if (day !== undefined && startOfDay(day) === null) throw new UsageError(`--${name}: YYYY-MM-DD, not ${day}`);
  }
  const orderId = args.text('order-id');
  if (orderId !== undefined && orderId.length < 4) throw new UsageError('--order-id: four characters at least');
  return {
    channel: orNothing(channel),
    commission_status: orNothing(numbers('status')),
    order_status: orNothing(numbers('order-status')),
    shop_appid: orNothing(args.texts('shop')),
    promoter_appid: orNothing(args.texts('promoter')),
    product_id: orNothing(args.texts('product')),
    order_id: orderId,
    axis: axis as Axis,
    from: args.text('from'),
    to: args.text('to'),
  };
}

function orNothing<T>(values: T[]): T[] | undefined {
  return values.length ? values : undefined;
}

async function exportTo(client: Client, filter: Filter, format: OrderExportFormat, file: string) {
  const done = await runJob<{ file: string; rows: number }>(
    client,
    () => client.call('order.export', { filter, format, file }),
    (job) => tellProgress(`${job.done}${job.total ? ` / ${job.total}` : ''}`),
  );
  endProgress();
  return done;
}

async function toStdout(client: Client, filter: Filter, format: OrderExportFormat): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'league-desk-'));
  try {
    const { file } = await exportTo(client, filter, format, join(folder, `orders.${format}`));
    // `end: false`, because stdout belongs to the process and may be a pipe that others still write to.
    await pipeline(createReadStream(file), process.stdout, { end: false });
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
