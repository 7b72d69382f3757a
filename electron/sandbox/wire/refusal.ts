/** A refusal in the platform's words: HTTP 200 with a non-zero errcode. */
export class Refusal extends Error {
  readonly errcode: number;

  constructor(errcode: number, message: string) {
    super(message);
    this.errcode = errcode;
  }
}

/** The codes the documents name, with the wording callers know. */
const WORDS: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40066: 'invalid url',
  40125: 'invalid appsecret',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  44002: 'empty post data',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  48001: 'api unauthorized',
  48006: 'forbid to clear quota because of reaching the limit',
  76003: 'cgi_path error',
  76021: 'cgi_path not found',
  76022: 'cgi_path of sns is not supported',
  10024000: 'param error',
  10024001: 'finder_id illegal',
  10024003: 'appid illegal',
  10024004: 'product not exist',
  10024006: 'commission order not exist',
  10024008: 'fund flow not exist',
  10024043: 'product is not of this shop',
  10024009: 'product_id illegal or not in promotion',
  10071003: 'param error',
  10071029: 'sharer not bind',
  10071030: 'get promoter id fail',
  10071047: 'no content cooperation',
  10071048: 'param abnormal',
  10071055: 'promoter_id is not linked to the shop',
  10071056: 'mini program of this openid is not bound',
  10071058: 'sharer has not bind head supplier',
};

/** A refusal by code; `detail` says which parameter, as the platform's messages do at times. */
export function refusal(errcode: number, detail?: string): Refusal {
  const words = WORDS[errcode] ?? 'error';
  return new Refusal(errcode, detail === undefined ? words : `${words}: ${detail}`);
}
