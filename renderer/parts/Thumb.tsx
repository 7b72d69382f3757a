import { PictureOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { pictureAddress } from '../../shared/picture-address.ts';
import './thumb.css';

/** A product's picture of a fixed size; a quiet box where there is none or it cannot be loaded (offline). */
export function Thumb({ url, size = 32 }: { url: string | null | undefined; size?: number }) {
  const [broken, setBroken] = useState<string | null>(null);
  const style = { width: size, height: size };
  if (!url || broken === url) {
    return (
      <span className="ld-thumb ld-thumb--none" style={style} aria-hidden>
        <PictureOutlined />
      </span>
    );
  }
  return (
    <img
      className="ld-thumb"
      style={style}
      src={pictureAddress(url)}
      alt=""
      loading="lazy"
      onError={() => setBroken(url)}
    />
  );
}
