import { RightOutlined } from '@ant-design/icons';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { SPLIT_SCOPES, type SplitScope } from '../../../../shared/contract/rule.ts';

/** The four steps in which a sale looks for its rule; `here` marks the one a rule is being set for. */
export function PrecedencePicture({ here = null }: { here?: SplitScope | null }) {
  const { t } = useTranslation('rule');
  return (
    <figure className="ld-precedence">
      <ol aria-label={t('precedence.title')}>
        {SPLIT_SCOPES.map((scope, place) => (
          <Fragment key={scope}>
            {place > 0 ? <RightOutlined className="ld-precedence__arrow" aria-hidden /> : null}
            <li
              className={scope === here ? 'ld-precedence__step ld-precedence__step--here' : 'ld-precedence__step'}
              aria-current={scope === here ? 'step' : undefined}
            >
              <b>
                {place + 1} · {t(`scope.${scope}`)}
              </b>
              <small>{scope === here ? t('precedence.here') : t(`precedence.${scope}`)}</small>
            </li>
          </Fragment>
        ))}
      </ol>
      <figcaption className="ld-soft">{t('precedence.text')}</figcaption>
    </figure>
  );
}
