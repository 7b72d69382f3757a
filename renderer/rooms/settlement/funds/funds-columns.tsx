import { Tooltip } from 'antd';
import type { TFunction } from 'i18next';
import type { FundsRow } from '../../../../shared/contract/funds.ts';
import { formatFen } from '../../../../shared/money.ts';
import { Absent, type Column, EllipsisText, Instant, Money, ShopName, Tag } from '../../../parts/index.ts';
import { STATE_TONE } from './state-tone.ts';

type T = TFunction<'funds'>;

const plainFen = (heading: string, value: (row: FundsRow) => number | null) => [
  {
    heading,
    value: (row: FundsRow) => {
      const fen = value(row);
      return fen === null ? null : { figure: formatFen(fen).replaceAll(',', '') };
    },
  },
];

/** Three sides and what lies between them. `withFile`: some file says something of the month. */
export function fundsColumns(t: T, withFile: boolean): Column<FundsRow>[] {
  const money = (
    id: 'books_fen' | 'flows_fen' | 'file_fen',
    title: string,
    sort: string,
    hint: string,
  ): Column<FundsRow> => ({
    id,
    title,
    hint,
    width: 104,
    align: 'end',
    sort,
    plain: plainFen(title, (row) => row[id]),
    render: (row) => <Money fen={row[id]} />,
  });
  return [
    {
      id: 'order',
      title: t('column.order'),
      width: 190,
      pinned: 'start',
      plain: [{ heading: t('column.order'), value: (row) => ({ text: row.order_id ?? row.key }) }],
      render: (row) =>
        row.order_id === null ? (
          <EllipsisText text={t('column.no_order', { flow: row.flow_ids[0] ?? '' })} />
        ) : (
          <span className="ld-mono ld-ellipsis ld-copies" data-copy={row.order_id}>
            {row.order_id}
          </span>
        ),
    },
    {
      id: 'state',
      title: t('column.state'),
      width: 100,
      plain: [{ heading: t('column.state'), value: (row) => ({ text: t(`state.${row.state}`) }) }],
      render: (row) => <StateCell row={row} t={t} />,
    },
    {
      id: 'shop',
      title: t('column.shop'),
      width: 120,
      grow: 1,
      plain: [{ heading: t('column.shop'), value: (row) => (row.shop_name ? { text: row.shop_name } : null) }],
      render: (row) =>
        row.shop_appid === null && row.shop_name === null ? (
          <Absent />
        ) : (
          <ShopName name={row.shop_name} id={row.shop_appid ?? ''} />
        ),
    },
    money('books_fen', t('column.books'), 'books', t('band.books_hint')),
    money('flows_fen', t('column.flows'), 'flows', t('band.flows_hint')),
    ...(withFile ? [money('file_fen', t('column.file'), 'file', t('band.file_hint'))] : []),
    {
      id: 'difference',
      title: t('column.difference'),
      width: 118,
      align: 'end',
      sort: 'difference',
      plain: plainFen(t('column.difference'), (row) => row.difference_fen),
      render: (row) => <Difference row={row} t={t} />,
    },
    ...(withFile
      ? [
          {
            id: 'file_difference',
            title: t('column.file_difference'),
            width: 112,
            align: 'end' as const,
            plain: plainFen(t('column.file_difference'), (row) => row.file_difference_fen),
            render: (row: FundsRow) =>
              row.file_difference_fen === 0 ? (
                <span className="ld-faint">0.00</span>
              ) : (
                <Money fen={row.file_difference_fen} />
              ),
          },
        ]
      : []),
    {
      id: 'settled',
      title: t('column.settled'),
      width: 132,
      sort: 'settled',
      render: (row) => <Instant at={row.settled_at} />,
    },
    {
      id: 'booked',
      title: t('column.booked'),
      width: 132,
      sort: 'booked',
      render: (row) => <Instant at={row.booked_at} />,
    },
    {
      id: 'age',
      title: t('column.age'),
      hint: t('age.hint'),
      width: 78,
      align: 'end',
      sort: 'age',
      render: (row) => (row.age_days === null ? <Absent /> : t('age.days', { days: row.age_days })),
    },
  ];
}

function StateCell({ row, t }: { row: FundsRow; t: T }) {
  const beside = row.state === 'order_missing' && row.in_books !== 'settled' ? t(`in_books.${row.in_books}`) : null;
  return (
    <span className="ld-funds__state">
      <Tag
        tone={STATE_TONE[row.state]}
        title={
          row.accepted
            ? `${row.accepted.by} · ${t(`accept.reasons.${row.accepted.reason}`)}${row.accepted.note ? ` · ${row.accepted.note}` : ''}`
            : t(`state_hint.${row.state}`)
        }
      >
        {t(`state.${row.state}`)}
      </Tag>
      {beside ? <small>{beside}</small> : null}
    </span>
  );
}

function Difference({ row, t }: { row: FundsRow; t: T }) {
  if (row.difference_fen === 0) return <span className="ld-faint">0.00</span>;
  const isFee = row.fee_fen > 0 && row.difference_fen === -row.fee_fen;
  return isFee ? (
    <Tooltip title={t('fee_is_difference')}>
      <span className="ld-funds__fee">
        <Money fen={row.difference_fen} />
      </span>
    </Tooltip>
  ) : (
    <Money fen={row.difference_fen} />
  );
}
