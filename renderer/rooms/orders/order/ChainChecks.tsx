import { useTranslation } from 'react-i18next';
import type { ChainCheck, Role } from '../../../../shared/contract/order.ts';
import { Money } from '../../../parts/Money.tsx';
import { Tag, type Tone } from '../../../parts/Tag.tsx';

const TONES: Record<ChainCheck['state'], Tone> = { holds: 'ok', differs: 'bad', open: 'quiet' };

/** The identities of the chain, each with what it gives and what the platform states. */
export function ChainChecks({ checks, role }: { checks: readonly ChainCheck[]; role: Role }) {
  const { t } = useTranslation('orders');
  return (
    <table className="ld-checks">
      <caption className="ld-unseen">{t('chain.checks')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('chain.check_title')}</th>
          <th scope="col">{t('chain.expected')}</th>
          <th scope="col">{t('chain.stated')}</th>
          <th scope="col">{t('chain.difference')}</th>
          <th scope="col">
            <span className="ld-unseen">{t('chain.verdict')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ check, state, expected_fen, stated_fen }) => (
          <tr key={check}>
            <th scope="row">
              {t(`chain.check.${check}`)}
              <small>
                {check === 'net_of_gross' && role === 'both'
                  ? t('chain.formula.net_of_both')
                  : t(`chain.formula.${check}`)}
              </small>
            </th>
            <td>
              <Money fen={expected_fen} />
            </td>
            <td>
              <Money fen={stated_fen} />
            </td>
            <td>
              <Money fen={state === 'open' ? null : stated_fen! - expected_fen!} />
            </td>
            <td>
              <Tag tone={TONES[state]} {...(state === 'open' ? { title: t(`chain.why_open.${check}`) } : {})}>
                {t(check === 'fee_of_gross' && stated_fen === 0 ? 'chain.state.none' : `chain.state.${state}`)}
              </Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
