/** A call whose words are off: exit status 2, and how to say it right. */
export class UsageError extends Error {}

export const USAGE = `用法 / usage: league-desk <verb> [options]

  sandbox [--port N] [--seed N] [--orders N] [--faults LIST] [--fault-seed N] [--latency MS]
  sync --data DIR [--base-url URL] [--since YYYY-MM-DD] [--only shops,promoters,orders,products,funds,live_notices]
  invitations --data DIR [--status N] [accept SHOP_APPID | refuse SHOP_APPID] [--note TEXT]
  listings --data DIR [add PRODUCT … [--default PERCENT] [--split PROMOTER_APPID=PERCENT]… | remove PRODUCT …]
  orders --data DIR [--channel C] [--status S] [--order-status S] [--shop A] [--promoter A] [--product P] [--order-id ID]
         [--from DAY --to DAY --axis created|paid|updated|settled] [--format json|csv|xlsx] [--out FILE]
  settle --data DIR --period YYYY-MM [--close]
  report --data DIR --period YYYY-MM --out DIR
         [--pack [--scope institution,payee,merchant,channel] [--format xlsx,pdf,csv,csv_strict,csv_gb18030,text]]
  verify FILE
  hunt --data DIR [--file FILE [--column NAME]] [ORDER_ID …] [--channel promoter|talent] [--offline]
  doctor --data DIR

Every verb takes --json, --data DIR, --base-url URL and --staff NAME.
PRODUCT is a product id (its best-paying plan is taken), or SHOP_APPID/PRODUCT_ID/PLAN_TYPE[/HEAD_SUPPLIER_APPID].
AppID and secret are read from LEAGUE_DESK_APP_ID and LEAGUE_DESK_APP_SECRET.
Exit status: 0 ok, 1 failed, 2 usage.`;
