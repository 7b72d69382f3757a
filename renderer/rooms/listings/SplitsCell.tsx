import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListingSplit } from '../../../shared/contract/listing.ts';
import { PromoterName, Rate, Tag, type Tone, useFailureText } from '../../parts/index.ts';

const TONES: Record<ListingSplit['state'], Tone> = { platform: 'ok', local: 'accent', pending: 'warn', failed: 'bad' };

/** How many promoters have a split of their own here, and whether the platform took it; who and how much on hover. */
export function SplitsCell({ splits }: { splits: readonly ListingSplit[] }) {
  const { t } = useTranslation('listings');
  const failure = useFailureText();
  if (splits.length === 0) return <span className="ld-faint">{t('no_splits')}</span>;
  const worst = splits.find((split) => split.state === 'failed') ?? splits.find((split) => split.state === 'pending');
  const list = (
    <table className="ld-split-preview ld-splits-list">
      <tbody>
        {splits.map((split) => (
          <tr key={split.promoter_appid}>
            <td>
              <PromoterName name={split.promoter_name} id={split.promoter_appid} />
            </td>
            <td className="ld-end">
              <Rate ppm={split.ratio_ppm} />
            </td>
            <td>
              <Tag tone={TONES[split.state]}>{t(`split_state.${split.state}`)}</Tag>
              {split.error_code ? (
                <span className="ld-bad"> {failure({ code: split.error_code, params: {} }).title}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <Popover content={list} placement="left" mouseEnterDelay={0.2}>
      <span className="ld-products-states">
        <span>{t('splits', { count: splits.length })}</span>
        {worst ? <Tag tone={TONES[worst.state]}>{t(`split_state.${worst.state}`)}</Tag> : null}
      </span>
    </Popover>
  );
}
