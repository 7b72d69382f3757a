import { CopyOutlined, PictureOutlined, ReloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProductKey } from '../../../shared/contract/product.ts';
import { DAY_SECONDS } from '../../../shared/time.ts';
import { useAction, useRoute } from '../../app/client/index.ts';
import { goTo } from '../../app/router/address.ts';
import { Instant, Loaded } from '../../parts/index.ts';
import { usePlatformNow } from '../../parts/platform-now.ts';
import { productText } from '../products/product-identity.ts';
import { QrImage } from './QrImage.tsx';

/** Links and QR code with their age; kept ones are shown when the platform cannot be reached, and say so. */
export function MaterialSheet({ product, promoterAppid }: { product: ProductKey; promoterAppid: string }) {
  const { t } = useTranslation('listings');
  const input = { product, promoter_appid: promoterAppid };
  const query = useRoute('listing.material', input);
  const refresh = useAction('listing.material', { onDone: () => void query.refetch() });
  const now = usePlatformNow();
  return (
    <Loaded query={query} lines={6}>
      {(material) => (
        <div className="ld-material__sheet">
          {material.from_store ? <p className="ld-banner ld-banner--warn">{t('material.from_store')}</p> : null}
          <QrImage image={material.qr_image} url={material.qr_url} name={`${product.product_id}-${promoterAppid}`} />
          <Line name={t('material.short_link')} text={material.short_link} />
          <Line name={t('material.http_link')} text={material.http_link} />
          <Line name={t('material.promotion_link')} text={material.promotion_link} />
          <footer>
            <span className="ld-faint">
              {t('material.age')} <Instant at={material.fetched_at} as="ago" />
            </span>
            <Button
              size="small"
              icon={<PictureOutlined />}
              onClick={() => goTo('material', { product: productText(product), promoter: promoterAppid })}
            >
              {t('material.poster')}
            </Button>
            <Button
              size="small"
              icon={<ReloadOutlined />}
              loading={refresh.isPending}
              onClick={() => refresh.mutate({ ...input, refresh: true })}
            >
              {t('material.refresh')}
            </Button>
          </footer>
          {now - material.fetched_at > DAY_SECONDS ? <p className="ld-faint">{t('material.old')}</p> : null}
        </div>
      )}
    </Loaded>
  );
}

function Line({ name, text }: { name: string; text: string | null }) {
  const { t } = useTranslation(['listings', 'parts']);
  const { message } = App.useApp();
  return (
    <div className="ld-material__line">
      <span className="ld-soft">{name}</span>
      {text === null ? (
        <span className="ld-faint">{t('material.none')}</span>
      ) : (
        <>
          <code>{text}</code>
          <Button
            size="small"
            icon={<CopyOutlined />}
            onClick={() => void navigator.clipboard.writeText(text).then(() => message.success(t('parts:copied')))}
          >
            {t('parts:copy')}
          </Button>
        </>
      )}
    </div>
  );
}
