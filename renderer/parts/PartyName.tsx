import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Absent } from './Absent.tsx';
import { readableName } from './party-name.ts';

interface PartyProps {
  name: string | null | undefined;
  /** Shown where there is no readable name. */
  id: string | null | undefined;
}

function Party({ name, id, unnamed }: PartyProps & { unnamed: string }) {
  const text = readableName(name);
  if (!text && !id) return <Absent />;
  return (
    <Tooltip title={text ? `${text}${id ? ` · ${id}` : ''}` : unnamed} placement="topLeft" mouseEnterDelay={0.4}>
      {text ? <span className="ld-ellipsis">{text}</span> : <span className="ld-ellipsis ld-faint">{id}</span>}
    </Tooltip>
  );
}

/** A promoter in one line; '-' or an empty nickname shows the id: `<PromoterName name={…} id={…} />`. */
export function PromoterName(props: PartyProps) {
  const { t } = useTranslation('words');
  return <Party {...props} unnamed={t('unnamed_promoter')} />;
}

/** A shop in one line, cut with the whole name on hover: `<ShopName name={row.shop_name} id={row.shop_appid} />`. */
export function ShopName(props: PartyProps) {
  const { t } = useTranslation('words');
  return <Party {...props} unnamed={t('unnamed_shop')} />;
}
