import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayoutImport } from '../../../../shared/contract/payout.ts';
import { useAction } from '../../../app/client/index.ts';
import { Count, ErrorState, FactList } from '../../../parts/index.ts';

/** Takes the bank's or platform's result file, and says of each row that was not taken why. */
export function ImportButton({ batchId, primary }: { batchId: number; primary: boolean }) {
  const { t } = useTranslation('payout');
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  const take = useAction('payout.import', { quiet: true });

  const open = async (file: File) => {
    setName(file.name);
    take.mutate({ batch_id: batchId, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  const close = () => setName(null);

  return (
    <>
      <Button type={primary ? 'primary' : 'default'} loading={take.isPending} onClick={() => field.current?.click()}>
        {t('import.button')}
      </Button>
      <input
        ref={field}
        type="file"
        accept=".xlsx,.csv"
        hidden
        data-testid="payout-result"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (file) void open(file);
        }}
      />
      <Modal
        open={name !== null && !take.isPending}
        width={620}
        title={t('import.title', { name })}
        onCancel={close}
        footer={
          <Button type="primary" onClick={close}>
            {t('import.close')}
          </Button>
        }
      >
        {take.error ? <ErrorState error={take.error} small /> : null}
        {take.data && !take.error ? <Taken taken={take.data} /> : null}
      </Modal>
    </>
  );
}

function Taken({ taken: { read, matched, refused } }: { taken: PayoutImport }) {
  const { t } = useTranslation('payout');
  return (
    <>
      <FactList
        facts={[
          [t('import.read'), <Count key="read" of={read} />],
          [t('import.matched'), <Count key="matched" of={matched} />],
          [t('import.refused'), <Count key="refused" of={refused.length} />],
        ]}
      />
      {refused.length === 0 ? (
        <p>{t('import.none')}</p>
      ) : (
        <>
          <p className="ld-soft">{t('import.explain')}</p>
          <div className="ld-import-refused">
            <table className="ld-plain-table">
              <tbody>
                {refused.map(({ row, reason, value }) => (
                  <tr key={row}>
                    <td>{t('import.row', { row })}</td>
                    <td>{value}</td>
                    <td>{t(`import.reason.${reason}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
