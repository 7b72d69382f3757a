import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FundsMatch } from '../../../../shared/contract/funds.ts';
import { formatFen } from '../../../../shared/money.ts';
import { Money } from '../../../parts/index.ts';
import { settledRows } from '../period-address.ts';

/** The three sides of the month and how far they are apart, beside the balance of now. */
export function MatchBand({ match, onFlows }: { match: FundsMatch; onFlows: () => void }) {
  const { t } = useTranslation('funds');
  const { balance } = match;
  return (
    <div className="ld-band ld-funds__band">
      <Figure name={t('band.books')} hint={t('band.books_hint')} to={settledRows(match.period)}>
        <Money fen={match.books_fen} />
      </Figure>
      <Figure name={t('band.flows')} hint={t('band.flows_hint')} onOpen={onFlows}>
        <Money fen={match.flows_fen} />
      </Figure>
      <Figure name={t('band.file')} hint={t('band.file_hint')}>
        {match.file_fen === null ? (
          <span className="ld-faint">{t('band.file_none')}</span>
        ) : (
          <Money fen={match.file_fen} />
        )}
      </Figure>
      <Figure strong name={t('band.difference')} hint={t('band.difference_hint')}>
        <Money fen={match.flows_fen - match.books_fen} />
      </Figure>
      <Figure
        name={t('band.balance')}
        hint={
          balance === null
            ? ''
            : t('band.balance_hint', { pending: balance.pending_fen === null ? '—' : formatFen(balance.pending_fen) })
        }
      >
        <Money fen={balance?.available_fen} />
      </Figure>
    </div>
  );
}

interface FigureProps {
  name: string;
  hint: string;
  strong?: boolean;
  /** Where the rows behind the figure are. */
  to?: string;
  onOpen?: () => void;
  children: ReactNode;
}

function Figure({ name, hint, strong = false, to, onOpen, children }: FigureProps) {
  const className = strong ? 'ld-band__figure ld-band__figure--strong' : 'ld-band__figure';
  const content = (
    <>
      <span>{name}</span>
      <b>{children}</b>
    </>
  );
  return (
    <Tooltip title={hint} mouseEnterDelay={0.4}>
      {to !== undefined ? (
        <Link href={to} className={className}>
          {content}
        </Link>
      ) : onOpen ? (
        <button type="button" className={className} onClick={onOpen}>
          {content}
        </button>
      ) : (
        <div className={className}>{content}</div>
      )}
    </Tooltip>
  );
}
