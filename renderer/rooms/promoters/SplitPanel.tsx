import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromoterRow } from '../../../shared/contract/promoter.ts';
import { formatPpm } from '../../../shared/rate.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import { useAction } from '../../app/client/index.ts';
import { ErrorState } from '../../parts/index.ts';
import { RatioInput } from '../../parts/RatioInput.tsx';
import { PromoterSplit } from './PromoterSplit.tsx';

/** Sets a promoter's split and says where it is set and from when it counts, which differs by who pays. */
export function SplitPanel({ promoter }: { promoter: PromoterRow }) {
  const { t } = useTranslation('promoters');
  const { message } = App.useApp();
  const local = promoter.payer === SPLIT_PAYER.institution;
  const present = local ? promoter.rule_ratio_ppm : promoter.ratio_ppm;
  const [ratio, setRatio] = useState(present);
  const save = useAction('promoter.set_split', {
    quiet: true,
    onDone: ({ ratio_ppm, where }) =>
      message.success(
        t(where === 'platform' ? 'detail.saved_platform' : 'detail.saved_local', { ratio: formatPpm(ratio_ppm) }),
      ),
  });
  return (
    <section className="ld-promoter__split">
      <div>
        <h3>{t('detail.split')}</h3>
        <span className="ld-promoter__ratio">
          <PromoterSplit promoter={promoter} />
        </span>
        <span className="ld-faint">{t('detail.share_of_fee')}</span>
      </div>
      <div className="ld-promoter__set">
        <RatioInput name={t('detail.change_split')} value={ratio} onChange={setRatio} />
        <Button
          type="primary"
          disabled={ratio === null || ratio === present}
          loading={save.isPending}
          onClick={() => ratio !== null && save.mutate({ promoter_appid: promoter.promoter_appid, ratio_ppm: ratio })}
        >
          {t('detail.save')}
        </Button>
      </div>
      <p className="ld-faint">{t(local ? 'detail.where_local' : 'detail.where_platform')}</p>
      {save.error ? <ErrorState error={save.error} small /> : null}
    </section>
  );
}
