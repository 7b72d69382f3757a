import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  image: string | null;
  url: string | null;
  /** File name without its ending. */
  name: string;
}

/** The QR code as kept here, on white in both themes so that phones read it. */
export function QrImage({ image, url, name }: Props) {
  const { t } = useTranslation('listings');
  const { message } = App.useApp();
  const source = image ?? url;
  if (source === null) return <div className="ld-qr ld-qr--none">{t('material.qr_none')}</div>;

  const copy = async () => {
    const blob = await (await fetch(source)).blob();
    await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })]);
    message.success(t('material.copied_qr'));
  };
  return (
    <div className="ld-qr">
      <img src={source} alt={t('material.qr')} />
      {image === null ? null : (
        <div className="ld-qr__actions">
          <Button size="small" onClick={() => void copy()}>
            {t('material.copy_qr')}
          </Button>
          <Button size="small" href={image} download={`${name}.png`}>
            {t('material.save_qr')}
          </Button>
        </div>
      )}
    </div>
  );
}
