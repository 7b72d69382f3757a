import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/time.ts';
import { useRoute } from '../../app/client/index.ts';
import { ErrorState, IdText, LoadingState, PartnershipStatusTag } from '../../parts/index.ts';
import { readableName } from '../../parts/party-name.ts';
import { Thumb } from '../../parts/Thumb.tsx';
import { type Decided, DecideForm } from './DecideForm.tsx';
import { DecisionOutcome, VerifyButton } from './DecisionOutcome.tsx';
import { ShopPerformance } from './ShopPerformance.tsx';
import { DecisionLog, LinkedAccounts, OwnFigures, PlatformFigures, StateHistory } from './ShopSections.tsx';

/** The pane beside the list: one shop, and the answer to its invitation. Give it the shop's id as `key`. */
export function ShopCard({ shopAppid, onClose }: { shopAppid: string; onClose: () => void }) {
  const { t } = useTranslation(['partnerships', 'parts', 'words']);
  const query = useRoute('partnership.get', { shop_appid: shopAppid });
  const [decided, setDecided] = useState<Decided | null>(null);
  const card = query.data;
  return (
    <aside className="ld-shop" aria-label={t('card.label')} data-shop={shopAppid}>
      <header className="ld-shop__head">
        <Thumb url={card?.logo_url} size={36} />
        <div className="ld-shop__who">
          <div className="ld-shop__name">{card ? (readableName(card.shop_name) ?? t('words:unnamed_shop')) : null}</div>
          <IdText id={shopAppid} />
        </div>
        {card ? <PartnershipStatusTag code={card.status} /> : null}
        <Button type="text" icon={<CloseOutlined />} onClick={onClose} aria-label={t('card.close')} />
      </header>
      <div className="ld-shop__body">
        {card ? (
          <>
            {card.not_seen_since === null ? null : (
              <div className="ld-banner ld-banner--warn">
                {t('parts:not_seen_since', { instant: formatInstant(card.not_seen_since).slice(0, 16) })}
              </div>
            )}
            {decided ? <DecisionOutcome decided={decided} /> : null}
            {card.pending_decision && !decided ? (
              <div className="ld-banner ld-outcome">
                <span>{t(`decide.pending_${card.pending_decision}`)}</span>
                <VerifyButton />
              </div>
            ) : null}
            {card.status === 1 && !decided ? <DecideForm shopAppid={shopAppid} onDecided={setDecided} /> : null}
            <PlatformFigures card={card} />
            <ShopPerformance history={card.history} />
            <OwnFigures card={card} />
            <LinkedAccounts card={card} />
            <DecisionLog card={card} />
            <StateHistory card={card} />
          </>
        ) : query.error ? (
          <ErrorState error={query.error} small onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState lines={10} />
        )}
      </div>
    </aside>
  );
}
