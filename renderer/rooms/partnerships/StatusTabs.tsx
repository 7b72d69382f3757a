import { useTranslation } from 'react-i18next';
import { useWord } from '../../app/i18n/words.ts';
import { Count } from '../../parts/index.ts';
import { type StatusChoice, statusTabs } from './question.ts';

/** One tab per state with its count, the inbox first. */
export function StatusTabs({
  byStatus,
  choice,
  onChoose,
}: {
  /** Null before the first answer: then no counts are shown. */
  byStatus: readonly { status: number; rows: number }[] | null;
  choice: StatusChoice;
  onChoose: (choice: StatusChoice) => void;
}) {
  const { t } = useTranslation('partnerships');
  const word = useWord();
  const counts = byStatus ?? [];
  const all = counts.reduce((sum, { rows }) => sum + rows, 0);
  const tabs: { choice: StatusChoice; label: string; rows: number }[] = [
    ...statusTabs(counts).map(({ status, rows }) => ({
      choice: status,
      label: word('partnership_status', status),
      rows,
    })),
    { choice: 'all', label: t('all'), rows: all },
  ];
  return (
    <div role="tablist" className="ld-tabs" aria-label={t('column.status')}>
      {tabs.map((tab) => (
        <button
          key={tab.choice}
          type="button"
          role="tab"
          aria-selected={tab.choice === choice}
          className="ld-tabs__tab"
          onClick={() => onChoose(tab.choice)}
          data-status={tab.choice}
        >
          {tab.label}
          {byStatus ? (
            <span className={`ld-tabs__count${tab.choice === 1 && tab.rows ? ' ld-tabs__count--waiting' : ''}`}>
              <Count of={tab.rows} />
            </span>
          ) : null}
        </button>
      ))}
    </div>
  );
}
