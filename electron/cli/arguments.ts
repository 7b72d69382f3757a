import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

const COMMON = {
  data: { type: 'string' },
  'base-url': { type: 'string' },
  staff: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies Options;

export interface Arguments {
  words: string[];
  json: boolean;
  text(name: string): string | undefined;
  /** Values of an option that may be given several times, each also as a list with commas. */
  texts(name: string): string[];
  flag(name: string): boolean;
  /** Throws `UsageError` when the option is missing. */
  needed(name: string): string;
}

/** Reads the words behind a verb. Throws `UsageError` for an option the verb does not have. */
export function readArguments(argv: string[], options: Options): Arguments {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: argv, options: { ...COMMON, ...options }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const text = (name: string) => {
    const value = values[name];
    const one = Array.isArray(value) ? value.at(-1) : value;
    return typeof one === 'string' ? one : undefined;
  };
  return {
    words: positionals,
    json: values.json === true,
    text,
    texts: (name) =>
      [values[name] ?? []]
        .flat()
        .flatMap((value) => String(value).split(','))
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    flag: (name) => values[name] === true,
    needed(name) {
      const value = text(name);
      if (value === undefined || value === '') throw new UsageError(`--${name} is missing`);
      return value;
    },
  };
}

/** A whole number of an option. */
export function wholeNumber(name: string, value: string): number {
  if (!/^-?\d{1,15}$/.test(value)) throw new UsageError(`--${name}: not a number: ${value}`);
  return Number(value);
}
