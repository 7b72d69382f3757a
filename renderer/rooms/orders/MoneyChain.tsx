import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../shared/contract/order.ts';
import { formatFen } from '../../../shared/money.ts';
import { COMMISSION_STATUS } from '../../../shared/status.ts';
import { useRoute } from '../../app/client/index.ts';
import { Money } from '../../parts/Money.tsx';
import { readableName } from '../../parts/party-name.ts';
import { Rate } from '../../parts/Rate.tsx';
import { Tag } from '../../parts/Tag.tsx';
import { checkChain, moneyChain } from './money-chain.ts';

/** From what the shop pays to what the institution keeps, party by party, and whether it adds up. */
export function MoneyChain({ order }: { order: OrderRow }) {
  const { t } = useTranslation('orders');
  const estimated = order.commission_status === COMMISSION_STATUS.unsettled;
  const check = checkChain(order);
  const own = useRoute('desk.status', {}).data?.institution.app_id ?? null;
  return (
    <div className="ld-chain">
      <ol>
        {moneyChain(order).map((link) => (
          <li key={link.role} className={`ld-chain-${link.role}`}>
            <div>
              <b>{t(`chain.${link.role}`)}</b>
              {link.appid ? (
                <span className="ld-ellipsis">
                  {link.appid === own ? t('chain.own') : (readableName(link.name) ?? link.appid)}
                </span>
              ) : null}
              <small>{t(`chain.role_hint.${link.role}`)}</small>
            </div>
            <div className="ld-chain-amount">
              <Money fen={link.amount_fen} estimated={estimated && link.amount_fen !== null} />
              {link.ratio_ppm === null ? null : (
                <small>
                  <Rate ppm={link.ratio_ppm} />
                </small>
              )}
            </div>
          </li>
        ))}
      </ol>
      {check.kind === 'equal' ? <Tag tone="ok">{t('chain.equal')}</Tag> : null}
      {check.kind === 'different' ? (
        <Tag tone="bad">{t('chain.different', { amount: formatFen(check.difference_fen) })}</Tag>
      ) : null}
      {check.kind === 'open' ? <Tag>{t('chain.open')}</Tag> : null}
    </div>
  );
}
