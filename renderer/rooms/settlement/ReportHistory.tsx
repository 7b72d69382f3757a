import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/client/index.ts';
import { Count, EmptyState, IdText, Instant, Loaded, Tag } from '../../parts/index.ts';
import { FileList } from './FileList.tsx';

interface Props {
  open: boolean;
  /** The period on screen, whose reports can be compared with the data of now. */
  period: string | null;
  onClose: () => void;
}

/** Every report written so far, newest first, and whether it still says what the data says. */
export function ReportHistory({ open, period, onClose }: Props) {
  const { t } = useTranslation('settlement');
  const query = useRoute('report.list', {}, { enabled: open });
  const present = useRoute('settlement.period', { period: period ?? '' }, { enabled: open && period !== null }).data
    ?.totals;
  return (
    <Drawer open={open} onClose={onClose} size={560} title={t('report.history')}>
      <Loaded query={query}>
        {(reports) =>
          reports.length === 0 ? (
            <EmptyState title={t('report.history_none')} small />
          ) : (
            <ol className="ld-reports">
              {reports
                .toSorted((a, b) => b.written_at - a.written_at)
                .map((report) => (
                  <li key={`${report.written_at}/${report.period}/${report.folder}`}>
                    <header>
                      <b>{report.period}</b>
                      <span className="ld-faint">
                        <Instant at={report.written_at} /> · {t('report.rows')} <Count of={report.rows} />
                      </span>
                      {present?.period === report.period ? (
                        <Tag tone={present.hash === report.hash ? 'ok' : 'warn'}>
                          {t(present.hash === report.hash ? 'report.same_hash' : 'report.other_hash')}
                        </Tag>
                      ) : null}
                    </header>
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
