import type { PosterContent } from '../../../shared/poster.ts';
import { safePart } from '../statement/pack/file-names.ts';

const ENDING = '.png';

/** `阿青/桂花乌龙茶-10000000000000002-3x4.png`: one folder a promoter; what would be the same name becomes `…~2`. */
export class PosterNames {
  readonly #folders = new Map<string, string>();
  readonly #taken = new Set<string>();

  file(content: PosterContent, productId: string, promoterAppid: string): string {
    const folder = this.#folderOf(content.promoter_name, promoterAppid);
    const words = [safePart(content.title), safePart(productId), content.size].filter(Boolean).join('-');
    return `${folder}/${this.#free(`${folder}/`, words)}${ENDING}`;
  }

  /** Promoters of one name have a folder each. */
  #folderOf(name: string, appid: string): string {
    let folder = this.#folders.get(appid);
    if (folder === undefined) {
      folder = this.#free('', safePart(name) || safePart(appid) || '推客');
      this.#folders.set(appid, folder);
    }
    return folder;
  }

  /** Some systems do not tell upper from lower case. */
  #free(before: string, wanted: string): string {
    let name = wanted;
    for (let n = 2; this.#taken.has((before + name).toLowerCase()); n++) name = `${wanted}~${n}`;
    this.#taken.add((before + name).toLowerCase());
    return name;
  }
}
