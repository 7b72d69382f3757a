import type { Row } from './column.ts';
import type { RowSink } from './row-sink.ts';
import type { TextFile } from './text-file.ts';

/** One JSON object a line, keys in the order of the row. */
export class JsonLinesSink implements RowSink {
  readonly #file: TextFile;

  constructor(file: TextFile) {
    this.#file = file;
  }

  row(row: Row): undefined {
    this.#file.write(`${JSON.stringify(row)}\n`);
  }

  async end(): Promise<void> {
    this.#file.end();
  }
}
