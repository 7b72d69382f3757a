import { useTranslation } from 'react-i18next';
import { ALERT_KINDS, type AlertKind } from '../../../../shared/alert-kind.ts';
import { Count } from '../../../parts/index.ts';

interface Props {
  /** Null before the first answer: then no counts are shown. */
  counts: readonly { kind: AlertKind; rows: number; unseen: number }[] | null;
  kind: AlertKind | undefined;
  onChoose: (kind: AlertKind | null) => void;
}

/** One button per kind with how many there are; those nobody has looked at are marked. */
export function AlertKindBar({ counts, kind, onChoose }: Props) {
  const { t } = useTranslation('products');
  const rowsOf = (one: AlertKind) => counts?.find((count) => count.kind === one);
  const all = counts?.reduce((sum, { rows }) => sum + rows, 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere
    <div role="group" className="ld-alert-kinds" aria-label={t('alert.column.kind')}>
      <Choice label={t('alert.all')} rows={all} unseen={0} chosen={!kind} onClick={() => onChoose(null)} />
      {ALERT_KINDS.filter((one) => one === kind || rowsOf(one)).map((one) => (
        <Choice
          key={one}
          label={t(`alert.kind.${one}`)}
          rows={rowsOf(one)?.rows ?? 0}
          unseen={rowsOf(one)?.unseen ?? 0}
          chosen={one === kind}
          onClick={() => onChoose(one)}
        />
      ))}
    </div>
  );
}

function Choice({
  label,
  rows,
  unseen,
  chosen,
  onClick,
}: {
  label: string;
  rows: number | undefined;
  unseen: number;
  chosen: boolean;
  onClick: () => void;
}) {
  const { t } = useTranslation('products');
  return (
    <button
      type="button"
      className="ld-alert-kinds__one"
      aria-pressed={chosen}
      onClick={onClick}
      title={unseen ? t('alert.unseen_rows', { count: unseen }) : undefined}
    >
      {unseen ? <i className="ld-alert-kind__new" aria-hidden /> : null}
      {label}
      {rows === undefined ? null : (
        <span className="ld-alert-kinds__rows">
          <Count of={rows} />
        </span>
      )}
    </button>
  );
}
