import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Drawer, Tooltip } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unix } from '../../../shared/time.ts';
import { IdText } from '../../parts/IdText.tsx';
import type { OpenOrder } from './open-order.ts';
import { OrderBody } from './order/OrderBody.tsx';
import './order/order-page.css';

interface Props {
  open: OpenOrder | null;
  onOpen: (order: OpenOrder) => void;
  onClose: () => void;
  /** To the row before or after in the table; null at its ends or when the row is not loaded. */
  onStep: ((by: 1 | -1) => void) | null;
  /** A past moment the whole page is set to; null is now. */
  asOf: Unix | null;
}

/** One commission order: what it is worth, to whom, how it came to be so, and what the platform and staff said. */
export function OrderDrawer({ open, onOpen, onClose, onStep, asOf }: Props) {
  const { t } = useTranslation('orders');
  useStepKeys(open === null ? null : onStep);
  return (
    <Drawer
      open={open !== null}
      onClose={onClose}
      size={920}
      closable={false}
      title={open ? <DrawerTitle open={open} /> : null}
      extra={
        <>
          <Tooltip title={t('detail.previous_hint')}>
            <Button
              type="text"
              icon={<UpOutlined />}
              aria-label={t('detail.previous')}
              disabled={!onStep}
              onClick={() => onStep?.(-1)}
            />
          </Tooltip>
          <Tooltip title={t('detail.next_hint')}>
            <Button
              type="text"
              icon={<DownOutlined />}
              aria-label={t('detail.next')}
              disabled={!onStep}
              onClick={() => onStep?.(1)}
            />
          </Tooltip>
          <Tooltip title={t('detail.close_hint')}>
            <Button type="text" icon={<CloseOutlined />} aria-label={t('detail.close')} onClick={onClose} />
          </Tooltip>
        </>
      }
      styles={{ body: { padding: 0 } }}
    >
      {open ? <OrderBody open={open} asOf={asOf} onOpen={onOpen} /> : null}
    </Drawer>
  );
}

/** Alt with the arrows steps from anywhere in the drawer, also out of a text field. */
function useStepKeys(onStep: Props['onStep']): void {
  useEffect(() => {
    if (!onStep) return;
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      onStep(event.key === 'ArrowUp' ? -1 : 1);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onStep]);
}

function DrawerTitle({ open }: { open: OpenOrder }) {
  const { t } = useTranslation('orders');
  return (
    <div className="ld-order-title">
      <span>{t('detail.title')}</span>
      <IdText id={open.order_id} />
      <span className="ld-faint">SKU</span>
      <IdText id={open.sku_id} />
    </div>
  );
}
