import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { BannedFinding, CheckedText } from '../../../shared/contract/poster.ts';

/** What the rules say about the words, each with its source. */
export function Findings({ of, kind = 'own' }: { of: readonly CheckedText[]; kind?: 'own' | 'title' }) {
  const { t } = useTranslation('material');
  const findings = of.flatMap((text) => text.findings);
  if (findings.length === 0) return null;
  const say = ({ word, grade }: BannedFinding) => t(kind === 'title' ? 'banned.title' : `banned.${grade}`, { word });
  return (
    <ul className="ld-word-findings">
      {findings.map((finding) => {
        const bad = finding.grade === 'refuse' && kind === 'own';
        return (
          <li
            key={`${finding.word}-${finding.from}`}
            className={bad ? 'ld-word-findings__bad' : 'ld-word-findings__warn'}
          >
            {bad ? <ExclamationCircleOutlined /> : <WarningOutlined />}
            <span>
              {say(finding)}
              <small>{finding.reason}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
