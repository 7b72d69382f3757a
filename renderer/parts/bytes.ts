const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** «812 MB», «1.4 GB»: a size as file managers tell it, in powers of 1024. */
export function formatBytes(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[step]}`;
}
