import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../parts/EmptyState.tsx';

interface Props {
  /** A new key (another room) gives a new chance. */
  children: ReactNode;
}

/** A room that throws takes only itself down: the rail, the sync and the other rooms go on. */
export class RoomBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <FailedRoom error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

function FailedRoom({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation('app');
  return (
    <EmptyState
      title={t('failed_room')}
      text={
        <>
          {t('failed_room_next')}
          <div className="ld-code">{error.message}</div>
        </>
      }
      action={<Button onClick={onRetry}>{t('retry')}</Button>}
    />
  );
}
