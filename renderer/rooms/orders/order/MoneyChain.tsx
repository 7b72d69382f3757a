import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChainParty } from '../../../../shared/contract/order.ts';
import { type Fen, formatFen } from '../../../../shared/money.ts';
import { Money } from '../../../parts/Money.tsx';
import { readableName } from '../../../parts/party-name.ts';
import { Rate } from '../../../parts/Rate.tsx';
import { Tag } from '../../../parts/Tag.tsx';
import { type ChainBar, chainPicture } from './chain-picture.ts';

/**
 * The money from the shop down to the promoter: each party's total as a bar under the part it was paid from. `owed` is
 * what the institution pays the promoter itself, outside the platform.
 */
export function MoneyChain({ chain, owed }: { chain: readonly ChainParty[]; owed: Fen | null }) {
  const { t } = useTranslation('orders');
  const { shop, bars, platform, scale, sum } = chainPicture(chain);
  return (
    <div className="ld-chain">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('chain.party')}</th>
            <td className="ld-chain-legend" aria-hidden>
              <i className="ld-chain-key ld-chain-key--kept" />
              {t('chain.kept')}
              <i className="ld-chain-key ld-chain-key--on" />
              {t('chain.handed_on')}
              {platform?.total_fen ? (
                <>
                  <i className="ld-chain-key ld-chain-key--fee" />
                  {t('chain.platform_fee')}
                </>
              ) : null}
              {bars.some((bar) => bar.unexplained_fen > 0) ? (
                <>
                  <i className="ld-chain-key ld-chain-key--unexplained" />
                  {t('chain.unexplained')}
                </>
              ) : null}
            </td>
            <th scope="col">{t('chain.total')}</th>
            <th scope="col">{t('chain.handed_on')}</th>
            <th scope="col">{t('chain.kept')}</th>
          </tr>
        </thead>
        <tbody>
          {shop ? (
            <tr className="ld-chain-shop">
              <PartyCell party={shop} />
              <td className="ld-chain-note">{t('chain.shop_note')}</td>
              <td>
                <Money fen={shop.total_fen} />
              </td>
              <td />
              <td />
            </tr>
          ) : null}
          {bars.map((bar) => (
            <BarRow key={bar.party.party} bar={bar} scale={scale} owed={owed} />
          ))}
          {platform ? (
            <tr className="ld-chain-platform">
              <PartyCell party={platform} />
              <td className="ld-chain-note">{t(platform.total_fen ? 'chain.fee_note' : 'chain.no_fee_note')}</td>
              <td>
                <Money fen={platform.total_fen} />
              </td>
              <td />
              <td>
                <Money fen={platform.net_fen} />
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {sum && sum.nets.length > 0 ? (
        <p className="ld-chain-sum">
          <Tag tone="ok">{t('chain.adds_up')}</Tag>
          {sum.nets.map((net) => formatFen(net)).join(' + ')} = {formatFen(sum.total)}
        </p>
      ) : null}
    </div>
  );
}

function BarRow({ bar, scale, owed }: { bar: ChainBar; scale: Fen; owed: Fen | null }) {
  const { t } = useTranslation('orders');
  const { party } = bar;
  return (
    <tr className={party.own ? 'ld-chain-own' : undefined}>
      <PartyCell party={party} />
      <td className="ld-chain-picture">
        {party.total_fen === null ? <span className="ld-chain-note">{t('chain.not_stated')}</span> : null}
        {party.party === 'promoter' && owed ? (
          <span className="ld-chain-note">{t('chain.paid_outside', { amount: formatFen(owed) })}</span>
        ) : null}
        {party.total_fen ? <Bar bar={bar} scale={scale} /> : null}
      </td>
      <td>
        <Money fen={party.total_fen} />
      </td>
      <td className="ld-soft">
        <Money fen={bar.handed_on_fen} />
      </td>
      <td className="ld-chain-net">
        <Money fen={party.net_fen} />
      </td>
    </tr>
  );
}

/** Kept, then the platform's fee, then what is unexplained, then what went on; a bar nothing is known of but its total is of one plain piece. */
function Bar({ bar, scale }: { bar: ChainBar; scale: Fen }) {
  const { party, start, fee_fen, from, handed_on_fen, unexplained_fen } = bar;
  const total = party.total_fen ?? 0;
  const part = (fen: number) => ({ width: `${total > 0 ? (Math.max(0, fen) / total) * 100 : 0}%` });
  const place: CSSProperties = {
    left: `${(start / scale) * 100}%`,
    width: `${(total / scale) * 100}%`,
  };
  return (
    <span className={`ld-bar${from === null ? '' : ' ld-bar--paid-from'}`} style={place} aria-hidden>
      {party.net_fen === null ? (
        <span className="ld-bar__plain" style={{ width: '100%' }} />
      ) : (
        <>
          <span className="ld-bar__kept" style={part(party.net_fen)} />
          {fee_fen > 0 ? <span className="ld-bar__fee" style={part(fee_fen)} /> : null}
          {unexplained_fen > 0 ? <span className="ld-bar__unexplained" style={part(unexplained_fen)} /> : null}
          {handed_on_fen ? <span className="ld-bar__on" style={part(handed_on_fen)} /> : null}
        </>
      )}
    </span>
  );
}

function PartyCell({ party }: { party: ChainParty }) {
  const { t } = useTranslation('orders');
  const name = readableName(party.name) ?? party.appid;
  return (
    <th scope="row">
      <span className="ld-chain-party">
        {t(`chain.role.${party.party}`)}
        {party.own ? <Tag tone="accent">{t('chain.own')}</Tag> : null}
        {party.ratio_ppm === null ? null : (
          <small>
            <Rate ppm={party.ratio_ppm} />
          </small>
        )}
      </span>
      {name ? (
        <span className="ld-ellipsis ld-chain-name" title={[name, party.appid].filter(Boolean).join(' · ')}>
          {name}
        </span>
      ) : null}
    </th>
  );
}
