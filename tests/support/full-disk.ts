import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** The disk takes so many bytes more from this thread, and then no other one. Gives the way to make room again. */
export function fullDisk(room: number): () => void {
  const { write, writeSync } = fs;
  let left = room;
  const full = (bytes: number) => {
    left -= bytes;
    if (left >= 0) return null;
    left = 0;
    return Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  };
  fs.writeSync = ((file: number, bytes: Buffer, ...rest: number[]) => {
    const error = full(rest[1] ?? bytes.length);
    if (error) throw error;
    return (writeSync as (...args: unknown[]) => number)(file, bytes, ...rest);
  }) as typeof fs.writeSync;
  // As streams write.
  fs.write = ((
    file: number,
    bytes: Buffer,
    from: number,
    length: number,
    at: number | null,
    done: fs.NoParamCallback,
  ) => {
    const error = full(length);
    if (error) process.nextTick(done, error);
    else (write as (...args: unknown[]) => void)(file, bytes, from, length, at, done);
  }) as unknown as typeof fs.write;
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, { write, writeSync });
    syncBuiltinESMExports();
  };
}
