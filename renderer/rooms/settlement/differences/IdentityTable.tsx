import { useTranslation } from 'react-i18next';
import type { Compared, Recomputation } from '../../../../shared/contract/difference.ts';
import { formatCount, Money } from '../../../parts/index.ts';

/** The identities of the money chain over the month; the rows that break one are a click away where `onOpen` is given. */
export function IdentityTable({ found, onOpen }: { found: Recomputation; onOpen?: (of: Compared) => void }) {
  const { t } = useTranslation('difference');
  return (
    <table className="ld-grid ld-grid--dense">
      <thead>
        <tr>
          <th scope="col">{t('identity.title')}</th>
          <th scope="col" className="ld-grid__end">
            {t('identity.holds')}
          </th>
          <th scope="col" className="ld-grid__end">
            {t('identity.differs')}
          </th>
          <th scope="col" className="ld-grid__end">
            {t('identity.difference')}
          </th>
          <th scope="col" className="ld-grid__end" title={t('identity.open_hint')}>
            {t('identity.open')}
          </th>
        </tr>
      </thead>
      <tbody>
        {found.identities.map(({ of, holds, differs, open, difference_fen }) => (
          <tr key={of}>
            <th scope="row">
              {t(`of.${of}`)} <small className="ld-faint">{t(`formula.${of}`)}</small>
            </th>
            <td className="ld-grid__end">{formatCount(holds)}</td>
            <td className="ld-grid__end">
              {differs > 0 && onOpen ? (
                <button type="button" className="ld-differences__link" onClick={() => onOpen(of)}>
                  {formatCount(differs)}
                </button>
              ) : (
                formatCount(differs)
              )}
            </td>
            <td className="ld-grid__end">
              <Money fen={difference_fen} />
            </td>
            <td className="ld-grid__end ld-faint">{formatCount(open)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
