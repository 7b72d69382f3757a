import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Channel } from '../../../shared/channel.ts';
import type { Client } from '../../../shared/contract/client.ts';
import type { HuntAnswer, HuntVerdict } from '../../../shared/contract/hunt.ts';
import { DeskError } from '../../../shared/contract/result.ts';
import { failureText } from '../../../shared/error-text/failure-text.ts';
import { formatInstant } from '../../../shared/time.ts';
import { readFailure } from '../../service/report/file-failure.ts';
import { type Arguments, readArguments } from '../arguments.ts';
import { runJob } from '../job.ts';
import { endProgress, print, printJson, tell, tellProgress } from '../output.ts';
import { UsageError } from '../usage.ts';
import { withService } from '../with-service.ts';

type Item = { given: string; at: number | null };

/** As many as one hunt takes. */
const AT_ONCE = 20_000;
const CHANNELS = ['promoter', 'talent'] as const;

/**
 * What became of each missed order, a line an id. Exit 0 when every one got its answer, 1 when the platform could
 * not be asked.
 */
export async function hunt(argv: string[]): Promise<number> {
  const args = readArguments(argv, {
    file: { type: 'string' },
    column: { type: 'string' },
    channel: { type: 'string' },
    offline: { type: 'boolean' },
  });
  const channel = args.text('channel') ?? null;
  if (channel !== null && !CHANNELS.includes(channel as (typeof CHANNELS)[number]))
    throw new UsageError(`--channel: promoter or talent, not ${channel}`);
  const file = args.text('file');
  if (file === undefined && args.words.length === 0) throw new UsageError('hunt: --file FILE or order ids');
  if (file === undefined && args.text('column') !== undefined) throw new UsageError('--column needs --file FILE');
  const offline = args.flag('offline');
  return withService(args, offline ? 'read' : 'write', async (client) => {
    const items: Item[] = args.words.map((given) => ({ given: given.slice(0, 200), at: null }));
    if (file !== undefined) items.push(...(await itemsOf(client, resolve(file), args)));
    const unanswered: HuntAnswer[] = [];
    for (let start = 0; start < items.length; start += AT_ONCE) {
      const answers = await runJob<HuntAnswer[]>(
        client,
        () =>
          client.call('hunt.start', {
            items: items.slice(start, start + AT_ONCE),
            look_up: !offline,
            channel: channel as (typeof CHANNELS)[number] | null,
          }),
        (job) => tellProgress(`${start + job.done} / ${items.length}`),
      );
      endProgress();
      for (const answer of answers) {
        if (args.json) printJson(answer);
        else print(sentence(answer));
        if (answer.verdict === 'unanswered') unanswered.push(answer);
      }
    }
    for (const code of new Set(unanswered.map(({ error_code }) => error_code ?? '')))
      tell(`${code}: ${explained(code)}`);
    return unanswered.length > 0 ? 1 : 0;
  });
}

async function itemsOf(client: Client, file: string, args: Arguments): Promise<Item[]> {
  const name = basename(file);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw readFailure(error, file);
  });
  const table = await client.call('hunt.open_table', { name, bytes });
  const order_column = columnOf(table.headers, table.order_column, args.text('column'));
  const { items } = await client.call('hunt.read_table', {
    name,
    bytes,
    order_column,
    time_column: table.time_column,
  });
  if (items.length === 0) throw new DeskError('file.unreadable', { file: name, reason: 'no order numbers' });
  return items;
}

function columnOf(headers: readonly string[], guessed: number | null, wanted: string | undefined): number {
  const known = headers.filter((header) => header !== '').join(', ');
  if (wanted === undefined) {
    if (guessed === null) throw new UsageError(`--column is missing; the file has ${known}`);
    return guessed;
  }
  const at = headers.indexOf(wanted);
  if (at < 0) throw new UsageError(`--column: ${wanted} is none of ${known}`);
  return at;
}

const VERDICTS: Record<HuntVerdict, string> = {
  here: '在账里',
  other_channel: '在账里，属于其他渠道',
  quarantined: '隔离中，平台不给详情',
  queued: '排队中，下次同步读取',
  own_goods: '商家自卖商品，没有佣金单',
  not_yet_read: '所在的时间还没有读',
  not_visible: '平台答复机构没有这一单',
  not_in_books: '账里没有，平台没有问',
  damaged: '不是完整的订单号',
  unanswered: '暂时问不到平台',
};

function sentence(answer: HuntAnswer): string {
  return [answer.order_id || answer.given, answer.verdict, VERDICTS[answer.verdict], facts(answer)]
    .filter((part) => part !== '')
    .join('\t');
}

function facts({ rows, error_code, quarantined_since, hour_at, candidates }: HuntAnswer): string {
  return [
    ...new Set(rows.map(({ channel }): Channel => channel)),
    ...rows.flatMap(({ product_title }) => product_title ?? []),
    error_code ?? '',
    quarantined_since === null ? '' : formatInstant(quarantined_since),
    hour_at === null ? '' : formatInstant(hour_at),
    ...candidates,
  ]
    .filter((fact) => fact !== '')
    .join(' ');
}

function explained(code: string): string {
  const { title, next } = failureText({ code: code as DeskError['code'], params: {} }, 'zh');
  return `${title}。${next}`;
}
