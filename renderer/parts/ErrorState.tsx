import { ExclamationCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, useFailureText } from './failure-text.ts';

/** In place of data that could not be read: what failed, what to do, and the code. `onRetry` adds the button. */
export function ErrorState({
  error,
  onRetry,
  small = false,
  actions,
}: {
  error: unknown;
  onRetry?: () => void;
  small?: boolean;
  actions?: ReactNode;
}) {
  const { t } = useTranslation('parts');
  const failure = failureOf(error);
  const { title, next } = useFailureText()(failure);
  return (
    <div className={`ld-state${small ? ' ld-state--small' : ''}`} role="alert">
      <ExclamationCircleOutlined className="ld-state__icon ld-state__icon--bad" />
      <div className="ld-state__title">{title}</div>
      <div className="ld-state__text">{next}</div>
      <div className="ld-code">{t('error_code', { code: failure.code })}</div>
      {onRetry || actions ? (
        <div className="ld-state__actions">
          {onRetry ? <Button onClick={onRetry}>{t('retry')}</Button> : null}
          {actions}
        </div>
      ) : null}
    </div>
  );
}
