import { useTranslation } from 'react-i18next';
import type { FundsMatch } from '../../../../shared/contract/funds.ts';
import { formatFen } from '../../../../shared/money.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { formatCount, Money } from '../../../parts/index.ts';
import type { ShownFlows } from './FlowsDrawer.tsx';
import { useFlowType } from './flow-type.ts';

interface Props {
  match: FundsMatch;
  onFlows: (flows: ShownFlows) => void;
  onFile: (file: 'differs' | 'absent') => void;
}

/** What the sums of the month do not say by themselves: what they leave out, and how far they were read. */
export function MatchNotes({ match, onFlows, onFile }: Props) {
  const { t } = useTranslation('funds');
  const { flows_read, other_flows, unread_flows, not_in_file, file_differs } = match;
  const typeWord = useFlowType();
  return (
    <div className="ld-funds__notes">
      {flows_read === null ? (
        <p className="ld-banner ld-banner--warn" role="status">
          {t('tie.flows_unread')}
        </p>
      ) : null}
      <ul>
        {match.settled_fen === match.books_fen ? null : (
          <li>
            {t('tie.settled', {
              settled: formatFen(match.settled_fen),
              other: formatFen(match.books_fen - match.settled_fen),
            })}
          </li>
        )}
        <li>
          <button type="button" className="ld-link" onClick={() => onFlows({ of: 'commission' })}>
            {t('tie.booked')} <Money fen={match.booked_fen} />
          </button>
        </li>
        {other_flows.map(({ funds_type, flows, amount_fen }) => (
          <li key={String(funds_type)}>
            <button type="button" className="ld-link" onClick={() => onFlows({ of: 'other', funds_type })}>
              {typeWord(funds_type)} · {t('flow.count', { count: flows })} · <Money fen={amount_fen} />
            </button>
          </li>
        ))}
        {unread_flows > 0 ? (
          <li>
            <button type="button" className="ld-link ld-warn-text" onClick={() => onFlows({ of: 'unread' })}>
              {t('tie.unread')} {formatCount(unread_flows)}
            </button>
          </li>
        ) : null}
        {file_differs.orders > 0 ? (
          <li>
            <button type="button" className="ld-link" onClick={() => onFile('differs')}>
              {t('tie.file_differs')} {formatCount(file_differs.orders)} · <Money fen={file_differs.amount_fen} />
            </button>
          </li>
        ) : null}
        {not_in_file.orders > 0 ? (
          <li>
            <button type="button" className="ld-link" onClick={() => onFile('absent')}>
              {t('tie.not_in_file')} {formatCount(not_in_file.orders)} · <Money fen={not_in_file.amount_fen} />
            </button>
          </li>
        ) : null}
        {flows_read === null ? null : (
          <li className="ld-faint">
            {t('tie.flows_read', {
              from: formatInstant(flows_read.from).slice(0, 10),
              to: formatInstant(flows_read.to).slice(0, 16),
            })}
          </li>
        )}
      </ul>
    </div>
  );
}
