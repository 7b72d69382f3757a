import { useTranslation } from 'react-i18next';
import type { Recomputation, RoundingFinding } from '../../../../shared/contract/difference.ts';
import { ROUNDINGS } from '../../../../shared/contract/rule.ts';
import { formatCount, Money, Tag } from '../../../parts/index.ts';

/** How the platform rounded each amount, as far as its amounts tell, beside the rule in force. */
export function RoundingTable({ found }: { found: Recomputation }) {
  const { t } = useTranslation('difference');
  return (
    <div className="ld-sideways">
      <table className="ld-grid ld-grid--dense">
        <thead>
          <tr>
            <th scope="col">{t('rounding_of')}</th>
            <th scope="col">{t('inferred')}</th>
            <th scope="col" className="ld-grid__end" title={t('telling_hint')}>
              {t('telling')}
            </th>
            {ROUNDINGS.map((way) => (
              <th key={way} scope="col" className="ld-grid__end">
                {t(`rounding.${way}`)}
              </th>
            ))}
            <th scope="col" className="ld-grid__end" title={t('left_hint')}>
              {t('left')}
            </th>
            <th scope="col">{t('ruled')}</th>
          </tr>
        </thead>
        <tbody>
          {found.roundings.map((finding) => (
            <Row key={finding.of} finding={finding} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ finding }: { finding: RoundingFinding }) {
  const { t } = useTranslation('difference');
  const { of, inferred, ruled, telling_rows, looked_rows, explained, left_rows, left_fen, sample } = finding;
  const asGood = ROUNDINGS.filter(
    (way) => inferred !== null && way !== inferred && explained[way] === explained[inferred],
  );
  return (
    <tr>
      <th scope="row">
        {t(`rounded.${of}`)}
        {sample ? <small className="ld-faint"> {t('sample', { rows: formatCount(looked_rows) })}</small> : null}
      </th>
      <td>
        {inferred === null ? (
          <span className="ld-faint">{t('tells_nothing')}</span>
        ) : (
          <Tag tone={ruled !== null && ruled !== inferred ? 'warn' : 'ok'}>{t(`rounding.${inferred}`)}</Tag>
        )}
        {asGood.length > 0 ? (
          <small className="ld-faint">
            {' '}
            {t('as_good', { ways: asGood.map((way) => t(`rounding.${way}`)).join(t('list_comma')) })}
          </small>
        ) : null}
      </td>
      <td className="ld-grid__end">{formatCount(telling_rows)}</td>
      {ROUNDINGS.map((way) => (
        <td key={way} className="ld-grid__end">
          {formatCount(explained[way])}
        </td>
      ))}
      <td className="ld-grid__end">
        {formatCount(left_rows)} {left_rows > 0 ? <Money fen={left_fen} /> : null}
      </td>
      <td>{ruled === null ? <span className="ld-faint">{t('no_rule')}</span> : t(`rounding.${ruled}`)}</td>
    </tr>
  );
}
