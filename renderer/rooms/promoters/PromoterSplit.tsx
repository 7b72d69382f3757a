import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PromoterRow } from '../../../shared/contract/promoter.ts';
import { SPLIT_PAYER } from '../../../shared/status.ts';
import { Rate, Tag } from '../../parts/index.ts';

/**
 * The split that holds for a promoter. For one the institution pays itself the platform's own value is filler, so our
 * rule counts; without a rule what is owed cannot be computed, which must be seen.
 */
export function PromoterSplit({ promoter }: { promoter: PromoterRow }) {
  const { t } = useTranslation('promoters');
  if (promoter.payer !== SPLIT_PAYER.institution) return <Rate ppm={promoter.ratio_ppm} />;
  if (promoter.rule_ratio_ppm !== null) return <Rate ppm={promoter.rule_ratio_ppm} />;
  return (
    <Tooltip title={t('no_rule_hint')}>
      <span>
        <Tag tone="warn">{t('no_rule')}</Tag>
      </span>
    </Tooltip>
  );
}
