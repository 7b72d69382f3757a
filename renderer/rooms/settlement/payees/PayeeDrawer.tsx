import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayeeLedger } from '../../../../shared/contract/payee.ts';
import { useRoute } from '../../../app/client/index.ts';
import { FactList, Loaded, Money } from '../../../parts/index.ts';
import { Accounts } from './Accounts.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { PayeeForm } from './PayeeForm.tsx';
import { PayeeName } from './PayeeName.tsx';
import { Promoters } from './Promoters.tsx';
import { WriteOffDialog } from './WriteOffDialog.tsx';

interface Props {
  payeeId: string | null;
  /** The closed month on screen, whose debt can be written off; null while it is open. */
  period: string | null;
  onClose: () => void;
}

/** One payee: what made up his balance, whose shares he gets, and where he is paid to. */
export function PayeeDrawer({ payeeId, period, onClose }: Props) {
  const { t } = useTranslation('payee');
  return (
    <Drawer open={payeeId !== null} onClose={onClose} size={760} title={t('detail.title')}>
      {payeeId ? <PayeeBody key={payeeId} payeeId={payeeId} period={period} /> : null}
    </Drawer>
  );
}

function PayeeBody({ payeeId, period }: { payeeId: string; period: string | null }) {
  const query = useRoute('payee.ledger', { payee_id: payeeId });
  return (
    <Loaded query={query} lines={12}>
      {(ledger) => <PayeeSections ledger={ledger} period={period} />}
    </Loaded>
  );
}

function PayeeSections({ ledger: { payee, entries }, period }: { ledger: PayeeLedger; period: string | null }) {
  const { t } = useTranslation('payee');
  const [doing, setDoing] = useState<'edit' | 'write_off' | null>(null);
  const shared = useRoute('payee.minimum', {}).data?.minimum_payout_fen;
  const owes = payee.balance_fen < 0;
  return (
    <div className="ld-payee">
      <header>
        <PayeeName id={payee.payee_id} name={payee.name} />
        <Button size="small" onClick={() => setDoing('edit')}>
          {t('detail.edit')}
        </Button>
      </header>
      <FactList
        facts={[
          [
            t('detail.balance'),
            <span key="balance" className="ld-payee-balance">
              <b>
                <Money fen={payee.balance_fen} sign />
              </b>
              {owes ? <span className="ld-bad-text">{t('detail.owes')}</span> : null}
              {owes && period !== null ? (
                <Button size="small" onClick={() => setDoing('write_off')}>
                  {t('detail.write_off')}
                </Button>
              ) : null}
            </span>,
          ],
          [
            t('detail.minimum'),
            <span key="minimum">
              <Money fen={payee.minimum_payout_fen ?? shared} sign />{' '}
              <span className="ld-faint">
                {t(payee.minimum_payout_fen === null ? 'detail.minimum_shared' : 'detail.minimum_own')}
              </span>
            </span>,
          ],
          ...(payee.note === '' ? [] : [[t('detail.note'), payee.note] as const]),
        ]}
      />
      <LedgerTable entries={entries} promoters={payee.promoters.map(({ promoter_appid }) => promoter_appid)} />
      <Accounts payee={payee} />
      <Promoters payee={payee} />
      {doing === 'edit' ? <PayeeForm payee={payee} onClose={() => setDoing(null)} /> : null}
      {doing === 'write_off' && period !== null ? (
        <WriteOffDialog payee={payee} period={period} entries={entries} onClose={() => setDoing(null)} />
      ) : null}
    </div>
  );
}
