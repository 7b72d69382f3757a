import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WrittenReport } from '../../../../shared/contract/report.ts';
import { useRoute } from '../../../app/client/index.ts';
import { Count, EmptyState, IdText, Instant, Loaded, Tag } from '../../../parts/index.ts';
import { FileList } from '../FileList.tsx';

interface Props {
  open: boolean;
  /** The period on screen, whose files can be compared with the data of now. */
  period: string;
  onClose: () => void;
}

/** Every file handed out so far, newest first, and whether those of the month still say what the data says. */
export function WrittenFiles({ open, period, onClose }: Props) {
  const { t } = useTranslation('report');
  const query = useRoute('report.list', {}, { enabled: open });
  const present = useRoute('settlement.period', { period }, { enabled: open }).data?.totals;
  return (
    <Drawer open={open} onClose={onClose} size={580} title={t('history.title')}>
      <Loaded query={query}>
        {(reports) =>
          reports.length === 0 ? (
            <EmptyState title={t('history.none')} small />
          ) : (
            <ol className="ld-reports">
              {reports.map((report) => (
                <li key={`${report.written_at}/${report.files[0]}`}>
                  <header>
                    <b>{report.period}</b>
                    <Tag>{t(`history.kind.${report.kind}`)}</Tag>
                    <Contents report={report} />
                    {present?.period === report.period && report.kind !== 'statement' ? (
                      <Tag tone={present.hash === report.hash ? 'ok' : 'warn'}>
                        {t(present.hash === report.hash ? 'history.same_hash' : 'history.other_hash')}
                      </Tag>
                    ) : null}
                  </header>
                  <p className="ld-faint">
                    <Instant at={report.written_at} /> · {t('history.rows')} <Count of={report.rows} />
                    {report.schedule === null ? null : ` · ${t('history.by_plan', { name: report.schedule })}`}
                  </p>
                  <div className="ld-reports__hash">
                    <IdText id={report.hash} />
                  </div>
                  <FileList files={report.files} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Drawer>
  );
}

function Contents({ report }: { report: WrittenReport }) {
  const { t } = useTranslation('report');
  if (report.kind === 'month') return null;
  const whom = report.recipient?.name ?? report.scopes.map((scope) => t(`scope.${scope}`)).join(' + ');
  return (
    <span className="ld-soft ld-ellipsis">
      {whom} · {report.formats.map((format) => t(`format.${format}`)).join(' + ')}
    </span>
  );
}
