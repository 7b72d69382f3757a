import { App } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ReportFormat,
  ReportRecipient,
  ReportScope,
  StatementResult,
} from '../../../../shared/contract/report.ts';
import { bridge } from '../../../app/bridge/bridge.ts';
import { useAction, useJob, type WatchedJob } from '../../../app/client/index.ts';
import { fileName } from './recipient-address.ts';
import { nameOf } from './recipient-figures.ts';

const ENDING: Record<ReportFormat, string> = {
  xlsx: '.xlsx',
  pdf: '.pdf',
  csv: '.csv',
  csv_strict: '.csv',
  csv_gb18030: '.csv',
  text: '.txt',
};

/** The statement being written, or the last one that was. */
export interface StatementWork {
  name: string;
  watched: WatchedJob;
  result: StatementResult | null;
}

/** Writes a statement where staff choose, and copies the words to send with it. */
export function useStatement(period: string, scope: ReportScope) {
  const { t } = useTranslation('report');
  const { message } = App.useApp();
  const [asked, setAsked] = useState<{ name: string; jobId: string } | null>(null);
  const watched = useJob(asked?.jobId ?? null);
  const start = useAction('report.statement');
  const words = useAction('report.message');
  const begin = start.mutate;
  const put = words.mutate;

  const write = useCallback(
    async (recipient: ReportRecipient, format: ReportFormat) => {
      const name = nameOf(recipient, t);
      const wanted = t('file_name', { scope: t(`scope.${scope}`), period, name });
      const file = await bridge().saveFile(fileName(wanted) + ENDING[format]);
      if (file === null) return;
      begin(
        { period, scope, recipient_id: recipient.recipient_id, format, file },
        { onSuccess: ({ job_id }) => setAsked({ name, jobId: job_id }) },
      );
    },
    [t, scope, period, begin],
  );
  const copyMessage = useCallback(
    ({ recipient_id }: ReportRecipient) =>
      put(
        { period, scope, recipient_id },
        {
          onSuccess: ({ text }) =>
            void navigator.clipboard.writeText(text).then(() => message.success(t('message_copied'))),
        },
      ),
    [t, scope, period, put, message],
  );

  const { job } = watched;
  const work: StatementWork | null =
    asked === null
      ? null
      : { name: asked.name, watched, result: job?.state === 'done' ? (job.result as StatementResult) : null };
  return {
    write,
    copyMessage,
    /** The recipient whose words are being put together. */
    copying: words.isPending ? (words.variables?.recipient_id ?? null) : null,
    busy: start.isPending || watched.running,
    work,
    forget: () => setAsked(null),
  };
}
