import type { posterRoutes } from '../../../shared/contract/poster.ts';
import type { Context } from '../context.ts';
import type { Jobs } from '../job.ts';
import type { Handlers } from '../router.ts';
import { bannedWordList, checkText } from './banned.ts';
import { keepChoices, readChoices } from './choices.ts';
import { PosterDesk } from './desk.ts';
import { posterDraft } from './draft.ts';
import { startPosters } from './run.ts';
import { savePoster } from './save.ts';
import { keepTemplate, shareText } from './share-text.ts';

export function posterHandlers(context: Context, jobs: Jobs): Pick<Handlers, keyof typeof posterRoutes> {
  const desk = new PosterDesk();
  return {
    'poster.choices': () => readChoices(context),
    'poster.set_choices': (choices) => keepChoices(context, choices),
    'poster.draft': (input) => posterDraft(context, input),
    'poster.run': (input) => startPosters(context, jobs, desk, input),
    'poster.take': async ({ want }) => ({ orders: await desk.take(want) }),
    'poster.give': ({ order_id, drawn }) => ({ heard: desk.give(order_id, drawn) }),
    'poster.save': ({ file, png }) => savePoster(file, png),
    'poster.share_text': (input) => shareText(context, input),
    'poster.set_share_template': ({ template }) => keepTemplate(context, template),
    'poster.check_words': ({ texts }) => texts.map(checkText),
    'poster.banned_words': () => bannedWordList(),
  };
}
