import { isAbsolute, resolve, sep } from 'node:path';

/** Paths that the page may name, because a dialog gave them or they are the program's own. */
export class GrantedPaths {
  readonly #paths = new Set<string>();

  grant(path: string): string {
    this.#paths.add(resolve(path));
    return path;
  }

  /** A granted path itself, or anything below a granted folder. */
  covers(path: string): boolean {
    if (!isAbsolute(path)) return false;
    const wanted = resolve(path);
    return [...this.#paths].some(
      (granted) => wanted === granted || wanted.startsWith(granted.endsWith(sep) ? granted : granted + sep),
    );
  }
}
