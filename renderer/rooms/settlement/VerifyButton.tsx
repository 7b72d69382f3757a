import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../app/bridge/bridge.ts';
import { useAction } from '../../app/client/index.ts';
import { Count, ErrorState, FactList, IdText } from '../../parts/index.ts';

/** `<VerifyButton />`: recomputes the hash of a report's lines and says whether anyone changed them. */
export function VerifyButton() {
  const { t } = useTranslation('settlement');
  const [file, setFile] = useState<string | null>(null);
  const verify = useAction('report.verify', { quiet: true });

  const choose = async () => {
    const chosen = await bridge().chooseFile([{ name: t('verdict.file_kind'), extensions: ['xlsx', 'csv'] }]);
    if (chosen === null) return;
    setFile(chosen);
    verify.mutate({ file: chosen });
  };

  const verdict = verify.data;
  const untouched = verdict?.verdict === 'untouched';
  return (
    <>
      <Button onClick={() => void choose()}>{t('report.verify')}</Button>
      <Modal
        open={file !== null}
        width={620}
        title={t('verdict.title')}
        loading={verify.isPending}
        onCancel={() => setFile(null)}
        footer={<Button onClick={() => void choose()}>{t('verdict.another')}</Button>}
      >
        <p className="ld-export-path">{file}</p>
        {verify.error ? <ErrorState error={verify.error} small /> : null}
        {verdict ? (
          <>
            <div className={untouched ? 'ld-verdict ld-verdict--ok' : 'ld-verdict ld-verdict--bad'}>
              {untouched ? <CheckCircleFilled /> : <WarningFilled />}
              <div>
                <b>{t(`verdict.${verdict.verdict}`)}</b>
                <p>{t(`verdict.${verdict.verdict}_hint`)}</p>
              </div>
            </div>
            <FactList
              facts={[
                [t('report.period'), verdict.period ?? '—'],
                [t('verdict.rows'), <Count key="rows" of={verdict.rows} />],
                [t('verdict.stated'), <Hash key="stated" hash={verdict.stated} />],
                [t('verdict.found'), <Hash key="found" hash={verdict.found} />],
              ]}
            />
          </>
        ) : null}
      </Modal>
    </>
  );
}

function Hash({ hash }: { hash: string }) {
  return (
    <span className="ld-hash">
      <IdText id={hash} />
    </span>
  );
}
