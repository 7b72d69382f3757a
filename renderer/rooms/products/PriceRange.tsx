import { type Fen, formatFen } from '../../../shared/money.ts';
import { Money } from '../../parts/index.ts';

/** "12.00 – 15.00", or one amount where both are the same. */
export function PriceRange({ least, most }: { least: Fen | null; most: Fen | null }) {
  if (least === null || most === null || least === most) return <Money fen={least ?? most} />;
  return (
    <span className="ld-money">
      {formatFen(least)} – {formatFen(most)}
    </span>
  );
}
