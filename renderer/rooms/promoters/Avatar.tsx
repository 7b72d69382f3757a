import { useState } from 'react';
import { pictureAddress } from '../../../shared/picture-address.ts';
import { readableName } from '../../parts/party-name.ts';

/** The promoter's picture; the first letter of the name where there is none or it cannot be loaded. */
export function Avatar({ url, name, size = 28 }: { url: string | null; name: string; size?: number }) {
  const [broken, setBroken] = useState<string | null>(null);
  const style = { width: size, height: size };
  if (url && broken !== url) {
    return (
      <img
        className="ld-avatar"
        style={style}
        src={pictureAddress(url)}
        alt=""
        loading="lazy"
        onError={() => setBroken(url)}
      />
    );
  }
  const letter = [...(readableName(name) ?? '推')][0];
  return (
    <span className="ld-avatar" style={style} aria-hidden>
      {letter}
    </span>
  );
}
