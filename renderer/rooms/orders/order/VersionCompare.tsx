import { SwapOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderVersion } from '../../../../shared/contract/order.ts';
import { formatInstant } from '../../../../shared/time.ts';
import { RawReply } from '../../../parts/RawReply.tsx';
import { byWeight } from './change-reading.ts';
import { type DiffRow, replyDiff } from './reply-diff.ts';
import { ChangeName } from './VersionChanges.tsx';
import type { Pair } from './VersionsSection.tsx';

interface Props {
  versions: readonly OrderVersion[];
  pair: Pair;
  onPair: (pair: Pair) => void;
}

/** The raw replies of any two versions, field by field, or one of them as it came, as an only one does. */
export function VersionCompare({ versions, pair, onPair }: Props) {
  const { t } = useTranslation('orders');
  const several = versions.length > 1;
  const [view, setView] = useState<'diff' | 'raw'>(several ? 'diff' : 'raw');
  const choices = versions.map((version) => ({
    value: version.seq,
    label: `${t('version.number', { seq: version.seq })} · ${formatInstant(version.seen_at).slice(0, 16)}`,
  }));
  const of = (seq: number) => versions.find((version) => version.seq === seq) ?? versions[0]!;
  return (
    <div className="ld-order-card ld-compare">
      <header>
        <h3>{t('version.reply')}</h3>
        {several ? (
          <Segmented
            size="small"
            value={view}
            onChange={setView}
            options={[
              { value: 'diff', label: t('version.diff') },
              { value: 'raw', label: t('version.raw') },
            ]}
          />
        ) : null}
        <span className="ld-compare__choose">
          {view === 'diff' ? (
            <>
              <Select
                size="small"
                value={pair.left}
                options={choices}
                aria-label={t('version.left')}
                popupMatchSelectWidth={false}
                onChange={(left) => onPair({ ...pair, left })}
              />
              <Button
                type="text"
                size="small"
                icon={<SwapOutlined />}
                aria-label={t('version.swap')}
                title={t('version.swap')}
                onClick={() => onPair({ left: pair.right, right: pair.left })}
              />
            </>
          ) : null}
          <Select
            size="small"
            value={pair.right}
            options={choices}
            aria-label={view === 'diff' ? t('version.right') : t('version.which')}
            popupMatchSelectWidth={false}
            onChange={(right) => onPair({ ...pair, right })}
          />
        </span>
      </header>
      {view === 'raw' ? (
        <RawReply json={of(pair.right).raw} />
      ) : (
        <ReplyDiff left={of(pair.left)} right={of(pair.right)} />
      )}
    </div>
  );
}

function ReplyDiff({ left, right }: { left: OrderVersion; right: OrderVersion }) {
  const { t } = useTranslation('orders');
  const [all, setAll] = useState(false);
  const rows = useMemo(() => replyDiff(left.raw, right.raw), [left.raw, right.raw]);
  const same = rows.filter((row) => row.same);
  const different = byWeight(rows.filter((row) => !row.same));
  return (
    <table className="ld-diff">
      <thead>
        <tr>
          <th scope="col">{t('version.field')}</th>
          <th scope="col">{t('version.number', { seq: left.seq })}</th>
          <th scope="col">{t('version.number', { seq: right.seq })}</th>
        </tr>
      </thead>
      <tbody>
        {different.length === 0 ? (
          <tr>
            <td colSpan={3} className="ld-faint">
              {t('version.no_difference')}
            </td>
          </tr>
        ) : null}
        {different.map((row) => (
          <DiffLine key={row.path} row={row} />
        ))}
        {same.length > 0 ? (
          <tr className="ld-diff__fold">
            <td colSpan={3}>
              <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
                {t(all ? 'version.fold_same' : 'version.show_same', { count: same.length })}
              </Button>
            </td>
          </tr>
        ) : null}
        {all ? same.map((row) => <DiffLine key={row.path} row={row} />) : null}
      </tbody>
    </table>
  );
}

function DiffLine({ row }: { row: DiffRow }) {
  const { t } = useTranslation('orders');
  const side = (text: string | null) =>
    text === null ? <span className="ld-faint">{t('version.absent')}</span> : <code>{text}</code>;
  return (
    <tr className={row.same ? 'ld-diff__same' : undefined}>
      <th scope="row">
        <ChangeName path={row.path} bare />
        <code>{row.path}</code>
      </th>
      <td className={row.same || row.left === null ? undefined : 'ld-diff__before'}>{side(row.left)}</td>
      <td className={row.same || row.right === null ? undefined : 'ld-diff__after'}>{side(row.right)}</td>
    </tr>
  );
}
