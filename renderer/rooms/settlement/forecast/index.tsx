import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LEARNED_ENOUGH } from '../../../../shared/contract/forecast.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { useRoute } from '../../../app/client/index.ts';
import { formatCount, Loaded } from '../../../parts/index.ts';
import { CashPanel } from './CashPanel.tsx';
import { ForecastFacts } from './ForecastFacts.tsx';
import { TracksPanel } from './TracksPanel.tsx';
import './forecast.css';

const SPANS = [6, 12, 24, 36] as const;

/** Estimates beside what was settled, and when the waiting money is expected. */
export default function ForecastView() {
  const { t } = useTranslation('forecast');
  const [months, setMonths] = useState<(typeof SPANS)[number]>(12);
  const cash = useRoute('forecast.cash', {});
  const tracks = useRoute('forecast.tracks', { months }, { keep: true });
  return (
    <div className="ld-forecast">
      <Loaded query={cash} lines={10}>
        {(forecast) => (
          <>
            <ForecastFacts forecast={forecast} />
            {forecast.learned_rows > 0 && forecast.learned_rows < LEARNED_ENOUGH ? (
              <p className="ld-banner ld-banner--warn">{t('thin', { rows: formatCount(forecast.learned_rows) })}</p>
            ) : null}
            <CashPanel forecast={forecast} />
          </>
        )}
      </Loaded>
      <div className="ld-forecast__span">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the select inside is the control */}
        <label>
          {t('tracks.span')}
          <Select
            value={months}
            onChange={setMonths}
            options={SPANS.map((count) => ({ value: count, label: t('tracks.months', { count }) }))}
          />
        </label>
      </div>
      <Loaded query={tracks} lines={10}>
        {(found) => (
          <TracksPanel
            tracks={found}
            note={t('tracks.note', { known: cash.data?.from ? formatInstant(cash.data.from) : '—' })}
          />
        )}
      </Loaded>
    </div>
  );
}
