import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../../shared/contract/audit.ts';
import { FactList, IdText, Instant } from '../../../parts/index.ts';
import { prettyJson } from '../../../parts/pretty-json.ts';
import { useActionWord } from './audit-columns.tsx';

/** One entry as it was written. */
export function AuditDrawer({ entry, onClose }: { entry: AuditRow | null; onClose: () => void }) {
  const { t } = useTranslation('audit');
  const word = useActionWord();
  return (
    <Drawer open={entry !== null} onClose={onClose} size={560} title={entry ? word(entry.action) : ''}>
      {entry ? (
        <>
          <FactList
            facts={[
              [t('column.entry'), String(entry.entry_id)],
              [t('column.at'), <Instant key="at" at={entry.at} as="second" />],
              [t('column.staff'), entry.staff || t('program')],
              [t('column.action'), entry.action],
              [t('column.hash'), <IdText key="hash" id={entry.hash} />],
            ]}
          />
          <pre className="ld-audit__detail">{prettyJson(entry.detail)}</pre>
        </>
      ) : null}
    </Drawer>
  );
}
