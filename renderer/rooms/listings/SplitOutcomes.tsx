import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { SplitOutcome } from '../../../shared/contract/listing.ts';
import { PromoterNameById } from '../../parts/choose/names.tsx';
import { useFailureText } from '../../parts/index.ts';

interface Props {
  headline: string;
  outcomes: readonly SplitOutcome[];
  feedError: string | null;
  titles: ReadonlyMap<string, string>;
}

/** What came of it, promoter by product; the failed ones first, with what to do. */
export function SplitOutcomes({ headline, outcomes, feedError, titles }: Props) {
  const { t } = useTranslation('listings');
  const failure = useFailureText();
  const failed = outcomes.filter((outcome) => !outcome.ok);
  const sorted = [...failed, ...outcomes.filter((outcome) => outcome.ok)];
  return (
    <div className="ld-split-outcome">
      <p className="ld-split-outcome__head">
        <CheckCircleFilled className="ld-ok" /> {headline}
        {outcomes.length ? (
          <span className={failed.length ? 'ld-bad' : 'ld-soft'}>
            {failed.length
              ? t('outcome.some_failed', { failed: failed.length, count: outcomes.length })
              : t('outcome.all_ok', { count: outcomes.length })}
          </span>
        ) : null}
      </p>
      {feedError ? (
        <p className="ld-banner ld-banner--warn">
          <ExclamationCircleFilled />
          <span>
            <b>{t('outcome.feed_failed')}</b>
            <br />
            {t('outcome.feed_failed_hint')} <code>{feedError}</code>
          </span>
        </p>
      ) : null}
      {sorted.length ? (
        <div className="ld-split-outcome__rows">
          <table className="ld-split-preview">
            <thead>
              <tr>
                <th>{t('outcome.promoter')}</th>
                <th>{t('outcome.product')}</th>
                <th>{t('outcome.result')}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((outcome) => (
                <tr key={`${outcome.promoter_appid}/${outcome.product_id}`}>
                  <td>
                    <PromoterNameById id={outcome.promoter_appid} />
                  </td>
                  <td className="ld-split-outcome__product">{titles.get(outcome.product_id) ?? outcome.product_id}</td>
                  <td>
                    {outcome.ok ? (
                      <span className="ld-ok">{t('outcome.ok')}</span>
                    ) : (
                      <span className="ld-bad">
                        {outcome.error_code
                          ? failure({ code: outcome.error_code, params: {} }).title
                          : t('outcome.failed')}{' '}
                        <code>{outcome.error_code}</code>
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  );
}
