import { create } from 'qrcode';
import type { Material } from '../../../shared/contract/listing.ts';
import type { PosterCode } from '../../../shared/poster.ts';

/**
 * The code a poster carries. The platform's own picture is what it vouches for; a code of ours says the promoter's
 * web link, sharper in print. Where the wanted one is not there the other serves; null without either.
 */
export function posterCode(material: Material, wanted: PosterCode['kind']): PosterCode | null {
  const platform = platformCode(material);
  const link = linkCode(material);
  return wanted === 'platform' ? (platform ?? link) : (link ?? platform);
}

function platformCode({ qr_image }: Material): PosterCode | null {
  return qr_image === null ? null : { kind: 'platform', picture: qr_image };
}

function linkCode({ http_link }: Material): PosterCode | null {
  if (!http_link) return null;
  const { size, data } = create(http_link, { errorCorrectionLevel: 'M' }).modules;
  return { kind: 'link', text: http_link, side: size, modules: Array.from(data, (on) => (on ? '1' : '0')).join('') };
}
