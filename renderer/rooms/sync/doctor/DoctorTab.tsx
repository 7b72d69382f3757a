import { MedicineBoxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { DOCTOR_CHECKS, type DoctorLine } from '../../../../shared/contract/doctor.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { useAction, useJob } from '../../../app/client/index.ts';
import { CopyButton, EmptyState, ErrorState, JobProgress, useFailureText } from '../../../parts/index.ts';
import { useDoctorJob } from '../../../state/doctor-job.ts';
import { DoctorLines } from './DoctorLines.tsx';
import { countOf, doctorGroups, reportOf, reportText } from './findings.ts';
import './doctor.css';

/** Looks at everything a sync depends on and says, line by line, what to do about what is not well. */
export default function DoctorTab() {
  const { t } = useTranslation('doctor');
  const jobId = useDoctorJob((state) => state.jobId);
  const watch = useDoctorJob((state) => state.watch);
  const watched = useJob(jobId);
  const start = useAction('doctor.start', { onDone: ({ job_id }) => watch(job_id) });
  const run = () => start.mutate({});
  const { job, running } = watched;
  const report = reportOf(job?.result);
  const check = DOCTOR_CHECKS.find((known) => known === job?.step);

  if (running) {
    return (
      <div className="ld-doctor__running">
        <JobProgress watched={watched} step={check ? `${t('running')} · ${t(`check.${check}`)}` : t('running')} />
      </div>
    );
  }
  if (job?.state === 'failed' && job.error) return <ErrorState error={job.error} onRetry={run} />;
  if (!report) {
    return (
      <EmptyState
        icon={<MedicineBoxOutlined />}
        title={t('title')}
        text={t('intro')}
        action={
          <Button type="primary" onClick={run} loading={start.isPending}>
            {t('run')}
          </Button>
        }
      />
    );
  }
  return <Report at={report.at} lines={report.lines} onAgain={run} starting={start.isPending} />;
}

function Report({
  at,
  lines,
  onAgain,
  starting,
}: {
  at: number;
  lines: DoctorLine[];
  onAgain: () => void;
  starting: boolean;
}) {
  const { t } = useTranslation('doctor');
  const failureText = useFailureText();
  const bad = countOf(lines, 'bad');
  const warn = countOf(lines, 'warn');
  const when = t('at', { instant: formatInstant(at) });
  const text = useCallback(
    () =>
      reportText([t('copied_title'), when], lines, (line) => ({
        name: t(`check.${line.check}`),
        ...failureText({ code: line.code, params: line.params }),
      })),
    [t, when, lines, failureText],
  );
  return (
    <div className="ld-stack">
      <div className={`ld-doctor__sum ld-doctor__sum--${bad ? 'bad' : warn ? 'warn' : 'ok'}`}>
        <strong>{bad + warn === 0 ? t('fine') : t('found', { bad, warn })}</strong>
        <span className="ld-soft">{when}</span>
        <span className="ld-doctor__actions">
          <CopyButton text={text} label={t('copy')} />
          <Button type="primary" onClick={onAgain} loading={starting}>
            {t('again')}
          </Button>
        </span>
      </div>
      <DoctorLines groups={doctorGroups(lines)} />
    </div>
  );
}
