import { Button, Collapse } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayeeRow } from '../../../../shared/contract/payee.ts';
import { useRoute } from '../../../app/client/index.ts';
import { Loaded } from '../../../parts/index.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { Identity } from './Identity.tsx';
import { PayeeName } from './PayeeName.tsx';

/** Whose shares a payee gets since when; each with everything the promoter was called. */
export function Promoters({ payee }: { payee: PayeeRow }) {
  const { t } = useTranslation('payee');
  const [assigning, setAssigning] = useState<string | null>(null);
  const months = useRoute('settlement.periods', {}).data;
  const present = months?.[0]?.period;
  return (
    <section>
      <h3>{t('detail.promoters')}</h3>
      {payee.promoters.length === 0 ? (
        <p className="ld-faint">{t('detail.promoters_none')}</p>
      ) : (
        <Collapse
          size="small"
          // Its header holds a button of its own, so it cannot be one.
          collapsible="icon"
          items={payee.promoters.map(({ promoter_appid, name, from_period }) => ({
            key: promoter_appid,
            label: <PayeeName id={`promoter:${promoter_appid}`} name={name} />,
            extra: (
              <span className="ld-payee-since">
                <span className="ld-faint">
                  {from_period === null ? t('detail.always') : t('detail.since', { period: from_period })}
                </span>
                {present ? (
                  <Button
                    size="small"
                    type="text"
                    onClick={(event) => {
                      event.stopPropagation();
                      setAssigning(promoter_appid);
                    }}
                  >
                    {t('button.assign')}
                  </Button>
                ) : null}
              </span>
            ),
            children: <PromoterNames promoterAppid={promoter_appid} />,
          }))}
        />
      )}
      {assigning && present ? (
        <AssignDialog period={present} promoters={[assigning]} onClose={() => setAssigning(null)} />
      ) : null}
    </section>
  );
}

function PromoterNames({ promoterAppid }: { promoterAppid: string }) {
  const query = useRoute('payee.identity', { promoter_appid: promoterAppid });
  return (
    <Loaded query={query} lines={4}>
      {(identity) => <Identity identity={identity} />}
    </Loaded>
  );
}
