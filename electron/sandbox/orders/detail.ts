/** A commission order as the platform writes it (the reply key `commssion_order` is misspelt there, and so here). */
import { mix } from '../random.ts';
import { bare } from '../wire/json-text.ts';
import type { Institution } from '../world/products.ts';
import type { Talent } from '../world/promoters.ts';
import { amountsOf } from './amounts.ts';
import { buyerOf, type Line, productOf } from './line.ts';
import { codesOf } from './odd-code.ts';
import type { State } from './state.ts';

export interface DetailStyle {
  /** Where pictures are served, no slash at the end. */
  baseUrl: string;
  institution: Institution;
  /** Every id as a bare integer, also those above 2^53. */
  bareIds: boolean;
  /** Fields and codes nobody has documented. */
  unknownFields: boolean;
}

type Fields = Record<string, unknown>;

export function orderDetail(line: Line, state: State, style: DetailStyle): Fields {
  const way = mix(line.seed, 'wire');
  const number = (id: string, often: boolean): string => (style.bareIds || often ? bare(id) : id);
  const product = productOf(line);
  const amounts = amountsOf(line, state);
  const codes = codesOf(line, state);
  const info: Fields = {
    order_status: codes.order_status,
    create_time: line.orderCreateTime,
    update_time: state.orderUpdateTime,
  };
  if (state.payTime !== null) info.pay_time = state.payTime;
  const detail: Fields = {
    shop_info: { appid: product.shop.appid, shop_name: product.shop.name },
    product_info: {
      // Number on one page of the documents, text on another: both come.
      product_id: number(product.id, way % 2 === 0),
      thumb_img: `${style.baseUrl}/pictures/product/${product.id}-0.svg`,
      title: product.title,
      actual_payment: amounts.payment,
      product_cnt: line.pieces,
    },
    order_info: info,
    buyer_info: { open_id: buyerOf(line), union_id: '' },
    commission_info: commissionInfo(line, state, style),
  };
  if (way % 200 === 7 || style.unknownFields) detail.fulfil_info = { way: 3, promise: 'T+1' };
  return {
    order_id: number(line.orderId, way % 50 === 11),
    sku_id: number(line.skuId, way % 3 !== 0),
    create_time: line.createTime,
    update_time: state.updateTime,
    status: codes.status,
    order_detail: detail,
  };
}

function commissionInfo(line: Line, state: State, style: DetailStyle): Fields {
  const amounts = amountsOf(line, state);
  const info: Fields = { service_ratio: line.serviceRatio, service_amount: amounts.service };
  const { promotion_channel: channel } = codesOf(line, state);
  if (channel !== null) info.promotion_channel = channel;
  if (line.showsTotals) {
    info.service_total_amount = amounts.gross;
    info.platform_amount = amounts.platform;
  }
  // Present with 0 on some unsettled rows, absent on the others.
  if (state.settledTime !== null) info.profit_sharding_suc_time = state.settledTime;
  else if (line.seed % 4 === 0) info.profit_sharding_suc_time = 0;
  if (line.talent !== null) {
    const share = { ratio: line.talentRatio, amount: amounts.talent };
    const pictures = `${style.baseUrl}/pictures/head/talent-${line.talent.number}.svg`;
    if (isUpgraded(line.talent, state)) {
      info.talent_info = { ...talentName(line.talent), ...share, head_img_url: pictures };
    } else {
      info.finder_info = { ...finderName(line.talent), ...share, head_img_url: pictures };
    }
  }
  if (line.reseller !== null) {
    info.sub_agency_info = agency(line.reseller, line.resellerRatio, amounts.reseller, state, style);
  }
  if (line.promoter !== null) {
    info.sharer_info = {
      sharer_appid: line.promoter.appid,
      nickname: line.promoter.nickname,
      ratio: line.sharerRatio,
      amount: amounts.sharer,
      opensharerid: line.promoter.opensharerid,
      head_img_url: `${style.baseUrl}/pictures/head/promoter-${line.promoter.number}.svg`,
    };
    info.promoter_agency_info = agency(style.institution, line.agencyRatio, amounts.agency, state, style);
    if (line.spread !== null) info.promotion_info = promotionInfo(line, state);
  }
  if (style.unknownFields) info.settle_mode = 2;
  return info;
}

function promotionInfo(line: Line, state: State): Fields {
  const info: Fields = { channel_type: codesOf(line, state).channel_type };
  const { talent, account } = line;
  if (line.spread === 4 && talent !== null) {
    if (isUpgraded(talent, state)) info.talent_info = talentName(talent);
    else info.finder_info = { finder_id: talent.finderId, ...finderName(talent) };
  } else if (line.spread === 6 && account !== null) {
    if (account.kind === 1) info.finder_info = { finder_id: account.id, nickname: account.name, openfinderid: '' };
    else info.mp_info = { appid: account.id, nickname: account.name };
  }
  return info;
}

/** A talent's old account turns into the new identity; rows keep the one they had at their last update. */
export function isUpgraded(talent: Talent, state: State): boolean {
  return state.updateTime >= talent.upgradedAt;
}

function talentName(talent: Talent): Fields {
  return { talent_appid: talent.appid, nickname: talent.nickname, opentalentid: talent.opentalentid };
}

function finderName(talent: Talent): Fields {
  return { nickname: talent.finderName, openfinderid: talent.openfinderid };
}

function agency(who: Institution, ratio: number, amount: number, state: State, style: DetailStyle): Fields {
  const fields: Fields = {
    appid: who.appid,
    nickname: who.name,
    ratio,
    amount,
    head_img_url: `${style.baseUrl}/pictures/head/institution-${who.appid}.svg`,
  };
  if (state.settledTime !== null) fields.profit_sharding_suc_time = state.settledTime;
  return fields;
}
