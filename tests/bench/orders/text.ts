import { ORDER_COLUMNS } from '../../../electron/service/order/row.ts';
import { orderFilter } from '../../../shared/contract/order.ts';
import { type Figure, figure } from '../measure/figure.ts';
import { openText } from '../measure/text-copy.ts';
import { inWords, turns } from '../measure/turns.ts';
import type { BenchWorld } from './world.ts';

const ROWS = 50;

/** The newest 50 rows of free text, against a bare FTS5 trigram table over the same texts. */
export async function freeText(world: BenchWorld): Promise<Figure[]> {
  const { client, folder, bare } = world;
  const text = openText(folder);
  const columns = ORDER_COLUMNS.map((column) => `o.${column}`).join(', ');
  const byTrigrams = text.prepare(
    `select ${columns} from order_fts f join desk.commission_order o on o.id = f.rowid
      where order_fts match ? order by o.created_at desc, o.id desc limit ${ROWS}`,
  );
  const anyFifty = text.prepare(`select rowid from order_fts where order_fts match ? limit ${ROWS}`);
  const byWalking = text.prepare(
    `select ${columns} from order_text t join desk.commission_order o on o.id = t.id
      where t.text like ? order by t.created_at desc, t.id desc limit ${ROWS}`,
  );
  const figures: Figure[] = [];
  try {
    for (const [name, typed] of words()) {
      const filter = orderFilter.parse({ text: typed });
      const parts = typed.split(' ');
      const short = parts.some((word) => [...word].length < 3);
      const match = parts.map((word) => `"${word.toLowerCase()}"`).join(' ');
      const theirs = short ? () => byWalking.all(`%${parts.join('%')}%`) : () => byTrigrams.all(match);
      const times = await turns({ ours: () => client.call('order.page', { filter, limit: ROWS }), theirs });
      const any = short ? null : (await turns({ any: () => anyFifty.all(match) }, { rounds: 20, budgetMs: 500 })).any;
      const reference = short
        ? 'trigrams need three characters: LIKE over the same texts of each order ready joined, newest first until 50 are found'
        : `bare FTS5 trigram query for the newest 50 rows; for any 50 numbers, unsorted, ${inWords(any)}`;
      for (const measure of ['median', 'p95'] as const)
        figures.push(
          figure({
            name: `order.text.${name}${measure === 'p95' ? '.p95' : ''}`,
            ours: times.ours![measure],
            reference,
            reference_value: times.theirs![measure],
            unit: 'ms',
            goal: { of: 'ratio', is: '<=', than: 3 },
          }),
        );
    }
  } finally {
    text.close();
  }
  return figures;

  function words(): [string, string][] {
    const id = bare
      .prepare('select order_id from commission_order where id = 400000 or id = 5000 order by id desc limit 1')
      .pluck()
      .get() as string;
    const rarest = bare
      .prepare(
        'select product_title from commission_order where length(product_title) > 8 group by product_id order by count(*), product_id limit 1',
      )
      .pluck()
      .get() as string;
    return [
      ['rare_word', rarest.slice(0, 8).trim()],
      ['common_word', '旗舰店'],
      ['two_characters', '茶叶'],
      ['two_words', '旗舰店 蜂蜜柚子茶'],
      ['order_id_beginning', id.slice(0, 11)],
      ['order_id_end', id.slice(-7)],
      ['order_id_middle', id.slice(5, 15)],
    ];
  }
}
