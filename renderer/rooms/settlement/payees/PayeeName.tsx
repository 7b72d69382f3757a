import { useTranslation } from 'react-i18next';
import { IdText, PromoterName } from '../../../parts/index.ts';
import { readableName } from '../../../parts/party-name.ts';
import { ownPromoter } from './payee-id.ts';

/** A payee in two lines: nicknames collide or say nothing, so a promoter's id always stands below. */
export function PayeeName({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation(['payee', 'words']);
  const promoter = ownPromoter(id);
  return (
    <span className="ld-payee-name">
      {readableName(name) === null ? (
        <span className="ld-faint">{t('words:unnamed_promoter')}</span>
      ) : (
        <PromoterName name={name} id={promoter} />
      )}
      <small>{promoter === null ? <span className="ld-faint">{t('made')}</span> : <IdText id={promoter} />}</small>
    </span>
  );
}
