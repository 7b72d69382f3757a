import { recordShops } from '../../../electron/service/partnership/record.ts';
import { recordProduct } from '../../../electron/service/product/record.ts';
import { sql } from '../../../electron/service/store/sql.ts';
import { openStore } from '../../../electron/service/store/store.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';

const NOW = 1_795_147_200;
const SHOPS = 1000;
const BATCH = 2000;
/** So many of a thousand are on the shelf, and so many have an alert. */
const LISTED = 20;
const HEADS = ['新款', '正品', '官方', '特价', '手工', '有机', '家用', '便携'];
const NOUNS = [
  '桂花乌龙茶',
  '陶瓷马克杯',
  '羊毛围巾',
  '香薰蜡烛',
  '儿童绘本',
  '坚果礼盒',
  '蓝牙音箱',
  '真丝眼罩',
  '蜂蜜柚子茶',
  '竹纤维毛巾',
];
const TAILS = ['🎁 送礼佳品', '（升级款）', ' 包邮', ' 2 件装', ' 礼盒 ❤️', ''];
const SHOP_WORDS = ['山茶', '木里', '南风', '青禾', '云朵'];

/** Fills the books of `folder` with so many products, through the pipeline of the sync. Gives the seconds it took. */
export async function fillProducts(folder: string, products: number): Promise<number> {
  const store = await openStore(folder);
  const started = performance.now();
  try {
    store.transaction(() =>
      recordShops(
        store,
        Array.from({ length: SHOPS }, (_, n) => ({
          shop_appid: shopOf(n),
          shop_name: `${SHOP_WORDS[n % SHOP_WORDS.length]}${n} 旗舰店`,
          logo_url: null,
          status: 2,
        })),
        NOW,
      ),
    );
    for (let from = 0; from < products; from += BATCH)
      store.transaction(() => {
        for (let n = from; n < Math.min(products, from + BATCH); n += 1) addOne(n);
      });
  } finally {
    store.close();
  }
  return (performance.now() - started) / 1000;

  function addOne(n: number): void {
    // Spread out, so that neighbours in one order are far apart in another.
    const at = (n * 7919) % 100_003;
    const plan = 1 + (at % 4);
    const key = {
      shop_appid: shopOf(at % SHOPS),
      product_id: String(10_000_000_000_000n + BigInt(at)),
      plan_type: plan,
      head_supplier_appid: plan >= 3 ? `wxh${at % 7}` : '',
    };
    const price = 100 + ((at * 31) % 49_900);
    const title = `${HEADS[at % HEADS.length]}${NOUNS[(at >> 3) % NOUNS.length]} ${at} 号${TAILS[at % TAILS.length]}`;
    recordProduct(
      store,
      key,
      {
        state: {
          title,
          images: [`https://img.example/${at}.jpg`],
          category: '食品 / 茶',
          skus: [{ sku_id: '1', name: '', price_fen: price, stock: (at * 13) % 5000 }],
          product_status: at % 33 === 0 ? 11 : 5,
          plan_status: at % 50 === 0 ? 2 : 1,
          service_ratio_ppm: 10_000 * (1 + (at % 30)),
          plan_start_at: null,
          plan_end_at: at % 9 === 0 ? NOW + (at % 400) * DAY_SECONDS : null,
          head_supplier_name: plan >= 3 ? '星链机构' : null,
          promotion_link: `pl_${at}`,
        },
        raw: `{"product":{"product_id":${key.product_id}}}`,
      },
      NOW,
    );
    if (at % 1000 < LISTED)
      store.run(sql`insert into listing (shop_appid, product_id, plan_type, head_supplier_appid, listed_at, listed_by, default_ratio_ppm)
        values (${key.shop_appid}, ${key.product_id}, ${key.plan_type}, ${key.head_supplier_appid}, ${NOW}, 'bench', 500000)`);
  }
}

function shopOf(n: number): string {
  return `wxshop${String(n).padStart(6, '0')}`;
}
