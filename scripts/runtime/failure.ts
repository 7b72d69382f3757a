/** Something the set-up cannot do by itself: what is the matter, and the one thing a person can do about it. */
export class SetupFailure extends Error {
  readonly nextStep: string;

  constructor(message: string, nextStep: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SetupFailure';
    this.nextStep = nextStep;
  }
}

/** Runs a script's body; a foreseen failure ends with two plain lines instead of a stack. */
export async function runScript(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    console.error(`\n✗ ${error.message}\n  Next: ${error.nextStep}`);
    process.exitCode = 1;
  }
}
