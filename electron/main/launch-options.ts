export interface LaunchOptions {
  /** Replaces the system's place for the program's data: tests, and several institutions' laptops on one disk. */
  readonly dataFolder: string | null;
  /** The demo institution without its sandbox, as if the platform could not be reached. */
  readonly offline: boolean;
  /** A demo institution that was never synced begins with a sync, so that a first look shows something. */
  readonly firstSync: boolean;
  /** How many orders a new demo world has; null leaves that to the sandbox. Tests take few, for speed. */
  readonly demoOrders: number | null;
  /** Sync by itself, with tray and notifications. Tests that count calls and look at runs go without. */
  readonly background: boolean;
}

/** Reads `--data FOLDER`, `--data=FOLDER`, `--offline` and `--first-sync`; the environment serves where arguments cannot be given. */
export function readLaunchOptions(argv: readonly string[], env: NodeJS.ProcessEnv): LaunchOptions {
  return {
    dataFolder: optionOf(argv, '--data') ?? env.LEAGUE_DESK_DATA ?? null,
    offline: argv.includes('--offline') || env.LEAGUE_DESK_OFFLINE === '1',
    firstSync: argv.includes('--first-sync'),
    demoOrders: Number.parseInt(env.LEAGUE_DESK_DEMO_ORDERS ?? '', 10) || null,
    background: env.LEAGUE_DESK_NO_BACKGROUND !== '1',
  };
}

function optionOf(argv: readonly string[], name: string): string | null {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined) return joined.slice(name.length + 1) || null;
  const place = argv.indexOf(name);
  const next = place >= 0 ? argv[place + 1] : undefined;
  return next && !next.startsWith('--') ? next : null;
}
