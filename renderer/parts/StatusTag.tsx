import { useWord } from '../app/i18n/words.ts';
import { Absent } from './Absent.tsx';
import { Tag, type Tone } from './Tag.tsx';

// Colour says what staff do about it: ok is money in, warn waits for someone, bad is lost, info is under way.
const TONES = {
  order_status: {
    10: 'quiet',
    12: 'quiet',
    17: 'info',
    20: 'info',
    21: 'info',
    30: 'info',
    100: 'ok',
    200: 'bad',
    250: 'quiet',
  },
  commission_status: { 20: 'warn', 100: 'ok', 200: 'bad' },
  partnership_status: { 1: 'warn', 2: 'ok', 3: 'quiet', 4: 'quiet', 5: 'bad' },
  plan_status: { 1: 'ok', 2: 'quiet', 5: 'bad' },
  plan_type: { 1: 'accent', 2: 'quiet', 3: 'accent', 4: 'quiet' },
  payer: { 0: 'quiet', 1: 'accent' },
} satisfies Record<string, Record<number, Tone>>;

function CodeTag({ table, code }: { table: keyof typeof TONES; code: number | null | undefined }) {
  const word = useWord();
  if (code === null || code === undefined) return <Absent />;
  const tones: Record<number, Tone> = TONES[table];
  return <Tag tone={tones[code] ?? 'unknown'}>{word(table, code)}</Tag>;
}

type CodeProps = { code: number | null | undefined };

/** Tags for the platform's codes: `<OrderStatusTag code={row.order_status} />`. Unknown codes read «未知 999». */
export const OrderStatusTag = ({ code }: CodeProps) => <CodeTag table="order_status" code={code} />;
export const CommissionStatusTag = ({ code }: CodeProps) => <CodeTag table="commission_status" code={code} />;
export const PartnershipStatusTag = ({ code }: CodeProps) => <CodeTag table="partnership_status" code={code} />;
export const PlanStatusTag = ({ code }: CodeProps) => <CodeTag table="plan_status" code={code} />;
export const PlanTypeTag = ({ code }: CodeProps) => <CodeTag table="plan_type" code={code} />;
/** Who pays a promoter: platform or institution. */
export const PayerTag = ({ code }: CodeProps) => <CodeTag table="payer" code={code} />;
