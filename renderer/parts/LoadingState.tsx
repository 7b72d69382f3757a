import { useTranslation } from 'react-i18next';

const WIDTHS = ['62%', '84%', '71%', '90%', '55%', '78%', '66%', '82%'];

/** Grey lines where text will be: `<LoadingState lines={6} />`. */
export function LoadingState({ lines = 5 }: { lines?: number }) {
  const { t } = useTranslation('parts');
  return (
    <div className="ld-loading" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
        <div key={line} className="ld-bone" style={{ width: WIDTHS[line % WIDTHS.length] }} />
      ))}
    </div>
  );
}
