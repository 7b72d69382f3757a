import type { posterRoutes } from '../../../shared/contract/poster.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../router.ts';
import { bannedWordList } from './banned.ts';
import { keepChoices, readChoices } from './choices.ts';
import { posterDraft } from './draft.ts';
import { savePoster } from './save.ts';
import { keepTemplate, shareText } from './share-text.ts';

export function posterHandlers(context: Context): Pick<Handlers, keyof typeof posterRoutes> {
  return {
    'poster.choices': () => readChoices(context),
    'poster.set_choices': (choices) => keepChoices(context, choices),
    'poster.draft': (input) => posterDraft(context, input),
    'poster.save': ({ file, png }) => savePoster(file, png),
    'poster.share_text': (input) => shareText(context, input),
    'poster.set_share_template': ({ template }) => keepTemplate(context, template),
    'poster.banned_words': () => bannedWordList(),
  };
}
