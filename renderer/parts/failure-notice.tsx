import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, useFailureText } from './failure-text.ts';

/** `const notice = useFailureNotice(); notice(error)`: says in a corner what failed and what to do next. */
export function useFailureNotice(): (error: unknown) => void {
  const { notification } = App.useApp();
  const text = useFailureText();
  const { t } = useTranslation('parts');
  return useCallback(
    (error) => {
      const failure = failureOf(error);
      const { title, next } = text(failure);
      notification.error({
        // The same failure again replaces its notice instead of piling up.
        key: failure.code,
        title,
        description: (
          <>
            {next}
            <div className="ld-code">{t('error_code', { code: failure.code })}</div>
          </>
        ),
      });
    },
    [notification, text, t],
  );
}
