import { CalculatorOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../../app/client/index.ts';
import { useFilters } from '../../../app/router/address.ts';
import { Loaded, Panel } from '../../../parts/index.ts';
import type { PeriodViewProps } from '../views.ts';
import { DifferenceBand } from './DifferenceBand.tsx';
import { DifferenceRows } from './DifferenceRows.tsx';
import { readTab, TABS, type Tab } from './difference-question.ts';
import { IdentityTable } from './IdentityTable.tsx';
import { RecomputeDialog } from './RecomputeDialog.tsx';
import { RoundingTable } from './RoundingTable.tsx';
import './differences.css';

/** The month's fees worked out a second time: what differs from the platform's figures, and why. */
export default function DifferencesView({ period }: PeriodViewProps) {
  const { t } = useTranslation('difference');
  const { params, set } = useFilters();
  const summary = useRoute('difference.summary', { period }, { keep: true });
  const [recomputing, setRecomputing] = useState(false);
  const tab = readTab(params);
  return (
    <div className="ld-period-page">
      <header>
        <h2>{period}</h2>
        <Segmented<Tab>
          aria-label={t('tab.label')}
          value={tab}
          onChange={(name) => set({ tab: name === 'rows' ? null : name })}
          options={TABS.map((name) => ({ value: name, label: t(`tab.${name}`) }))}
        />
        <span className="ld-period-actions">
          <Button icon={<CalculatorOutlined />} onClick={() => setRecomputing(true)}>
            {t('recompute.button')}
          </Button>
        </span>
      </header>
      <Loaded query={summary} lines={10}>
        {(found) => (
          <>
            <DifferenceBand found={found} />
            {tab === 'rows' ? (
              // Rows chosen in one month mean nothing in another.
              <DifferenceRows key={period} period={period} found={found} />
            ) : (
              <div className="ld-stack ld-differences__checks">
                <Panel title={t('identity.panel')} flush>
                  <IdentityTable
                    found={found}
                    onOpen={(of) =>
                      set({ tab: null, reason: null, state: null, of: of === 'service_amount' ? null : of })
                    }
                  />
                </Panel>
                <Panel title={t('rounding_panel')} flush>
                  <RoundingTable found={found} />
                </Panel>
              </div>
            )}
          </>
        )}
      </Loaded>
      {recomputing ? <RecomputeDialog period={period} onClose={() => setRecomputing(false)} /> : null}
    </div>
  );
}
