import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { DoctorLine } from '../../../../shared/contract/doctor.ts';
import { Panel, useFailureText } from '../../../parts/index.ts';
import type { DoctorGroup } from './findings.ts';

const ICONS = { ok: CheckCircleFilled, warn: WarningFilled, bad: CloseCircleFilled, unknown: QuestionCircleFilled };

/** The lines of a check-up: what is to be mended first, each with its next step. */
export function DoctorLines({ groups }: { groups: readonly DoctorGroup[] }) {
  const { t } = useTranslation('doctor');
  return groups.map(({ state, lines }) => (
    <Panel key={state} flush title={`${t(`group.${state}`)} ${lines.length}`}>
      <ul className="ld-doctor__lines">
        {lines.map((line) => (
          <Line key={`${line.check}-${line.subject}-${line.code}`} line={line} />
        ))}
      </ul>
    </Panel>
  ));
}

function Line({ line }: { line: DoctorLine }) {
  const { t } = useTranslation('doctor');
  const failureText = useFailureText();
  const { title, next } = failureText({ code: line.code, params: line.params });
  const Icon = ICONS[line.state];
  // Many texts name the endpoint themselves.
  const subject = line.subject !== null && !title.includes(line.subject) ? line.subject : null;
  return (
    <li className={`ld-doctor__line ld-doctor__line--${line.state}`} data-check={line.check}>
      <Icon />
      <span className="ld-doctor__name">{t(`check.${line.check}`)}</span>
      <div className={`ld-doctor__text${line.state === 'ok' ? ' ld-doctor__text--line' : ''}`}>
        <span>
          {subject ? <span className="ld-address">{subject} </span> : null}
          {title}
        </span>
        {next ? <span className={line.state === 'ok' ? 'ld-faint' : 'ld-soft'}>{next}</span> : null}
      </div>
      {line.state === 'ok' ? null : <span className="ld-code">{line.code}</span>}
    </li>
  );
}
