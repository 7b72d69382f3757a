import { z } from 'zod';
import { DeskError } from '../../../shared/contract/result.ts';
import { platformFailure } from './failure.ts';
import { parseExactJson } from './json.ts';

export interface Reply {
  /** The whole reply, parsed with exact integers. */
  value: Record<string, unknown>;
  /** As it came over the wire. */
  text: string;
}

const envelope = z.looseObject({
  // Promoter endpoints send "0" as text.
  errcode: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^-?\d+$/)
        .transform(Number),
    ])
    .optional(),
  errmsg: z.string().optional(),
});

/** Reads a body. Throws `network.not_json` for a gateway's page or a cut text, `platform.<n>` for an errcode. */
export function readReply(endpoint: string, text: string): Reply {
  let value: unknown;
  try {
    value = parseExactJson(text);
  } catch (cause) {
    throw new DeskError('network.not_json', { endpoint, beginning: text.trim().slice(0, 120) }, { cause });
  }
  if (isPlainSuccess(value)) return { value, text };
  const parsed = envelope.safeParse(value);
  if (!parsed.success) throw new DeskError('network.not_json', { endpoint, beginning: text.trim().slice(0, 120) });
  const { errcode, errmsg } = parsed.data;
  if (errcode) throw platformFailure(errcode, endpoint, errmsg ?? '');
  return { value: value as Record<string, unknown>, text };
}

/** As nearly all replies are; only the others pay for a closer look. */
function isPlainSuccess(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { errcode, errmsg } = value as Record<string, unknown>;
  return errcode === 0 && typeof errmsg === 'string';
}

/** The request id at the end of an errmsg, which the platform's support asks for. */
export function ridOf(message: string): string | null {
  return /rid:\s*([0-9a-fA-F-]{8,})/.exec(message)?.[1] ?? null;
}
