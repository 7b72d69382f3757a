import { App, Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListingRow } from '../../../shared/contract/listing.ts';
import type { ProductKey } from '../../../shared/contract/product.ts';
import { useDesk } from '../../app/client/index.ts';
import { useFailureNotice } from '../../parts/index.ts';
import { productText } from '../products/product-identity.ts';
import { relistCalls, rememberShelf } from './shelf-memory.ts';

const UNDO_SECONDS = 12;

/** Takes products off the shelf at once; a notice offers to put them back as they were. */
export function useUnlist(onDone?: () => void): { run: (products: ProductKey[]) => Promise<void>; pending: boolean } {
  const { t } = useTranslation('listings');
  const desk = useDesk();
  const { notification, message } = App.useApp();
  const failed = useFailureNotice();
  const [pending, setPending] = useState(false);

  const run = useCallback(
    async (products: ProductKey[]) => {
      const putBack = async (rows: ListingRow[]) => {
        try {
          for (const call of relistCalls(rows)) await desk.act('listing.add', call);
          message.success(t('action.relisted'));
        } catch (error) {
          failed(error);
        }
      };
      setPending(true);
      try {
        const rows = await rememberShelf(desk, products);
        const { removed, feed_error } = await desk.act('listing.remove', { products });
        const key = `unlisted-${rows.map(productText).join()}`;
        const undo = () => {
          notification.destroy(key);
          void putBack(rows);
        };
        notification.info({
          key,
          title: t('action.unlisted', { count: removed }),
          description: feed_error ? t('outcome.feed_failed_hint') : undefined,
          duration: UNDO_SECONDS,
          actions: (
            <Button size="small" onClick={undo}>
              {t('action.undo')}
            </Button>
          ),
        });
        onDone?.();
      } catch (error) {
        failed(error);
      } finally {
        setPending(false);
      }
    },
    [desk, t, message, notification, failed, onDone],
  );

  return { run, pending };
}
