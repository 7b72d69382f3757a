import { PictureOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { pictureAddress } from '../../shared/picture-address.ts';
import './thumb.css';

/** Pictures that could not be loaded a moment ago: a table draws the same ones again with every row that passes. */
const failed = new Map<string, number>();
const FORGET_MILLIS = 60_000;
const MOST_FAILED = 5000;

function hasFailed(url: string): boolean {
  const at = failed.get(url);
  return at !== undefined && Date.now() - at < FORGET_MILLIS;
}

function fails(url: string): void {
  if (failed.size >= MOST_FAILED) failed.clear();
  failed.set(url, Date.now());
}

/** A product's picture of a fixed size; a quiet box where there is none or it cannot be loaded (offline). */
export function Thumb({ url, size = 32 }: { url: string | null | undefined; size?: number }) {
  const [broken, setBroken] = useState<string | null>(null);
  const style = { width: size, height: size };
  if (!url || broken === url || hasFailed(url)) {
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
      onError={() => {
        fails(url);
        setBroken(url);
      }}
    />
  );
}
