import type { z } from 'zod';

/** One route: the input is checked by its schema on the service's side, the output is typed. */
export interface Route<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly input: Input;
  /** Only a type: never set at run time. */
  readonly output?: Output;
}

/** `route<Output>()(inputSchema)`; two calls because TypeScript infers all type arguments or none. */
export function route<Output>() {
  return <Input extends z.ZodType>(input: Input): Route<Input, Output> => ({ input });
}
