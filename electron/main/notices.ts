import type { Language } from '../../shared/bridge.ts';
import type { Attention } from '../../shared/contract/background.ts';
import { failureText } from '../../shared/error-text/failure-text.ts';
import { textLanguage } from './tray-view.ts';

export interface Notice {
  title: string;
  body: string;
}

export type Matter = Pick<Attention, 'code' | 'params' | 'since'>;

/** Tells of each matter once, however many runs and restarts of the service bring it up again. */
export class Notices {
  readonly #show: (notice: Notice) => void;
  readonly #told = new Map<string, Set<string>>();

  constructor(show: (notice: Notice) => void) {
    this.#show = show;
  }

  /**
   * All that needs a person at this institution now. What is not in the list any more is mended; should it come back,
   * it is told of again. While staff look at the window (`watched`) its own banner tells them.
   */
  hear(
    institution: { id: string; name: string },
    matters: readonly Matter[],
    { language, watched }: { language: Language; watched: boolean },
  ): void {
    const before = this.#told.get(institution.id);
    this.#told.set(institution.id, new Set(matters.map(keyOf)));
    if (watched) return;
    for (const matter of matters)
      if (!before?.has(keyOf(matter))) this.#show(noticeOf(matter, institution.name, language));
  }
}

function keyOf({ code, params, since }: Matter): string {
  return JSON.stringify([code, params.address ?? null, since]);
}

function noticeOf(matter: Matter, institution: string, language: Language): Notice {
  const { title, next } = failureText(matter, textLanguage(language));
  return { title, body: `${institution}: ${next}` };
}
