import type { Translation } from './translation.ts';
import type { stagingErrors as zh } from './zh-staging.ts';

export const stagingErrors: Translation<typeof zh> = {
  staging: {
    unknown: { title: 'This batch is not known', next: 'Go back to the list of batches and choose again.' },
    empty: {
      title: 'Nothing to stage was chosen',
      next: 'Choose products, and give a default split or ratios of promoters.',
    },
    too_many: { title: 'A batch has at most {{most}} rows, this one has {{rows}}', next: 'Stage several batches.' },
    begun: { title: 'This batch has begun', next: 'Stage the new changes in another batch.' },
    running: { title: 'A batch is being checked or applied', next: 'Wait until it is done, or pause it first.' },
    nothing_to_do: {
      title: 'No row of this batch is waiting',
      next: 'Failed rows can be retried, or stage a new batch.',
    },
    nothing_to_undo: {
      title: 'There is no row to undo',
      next: 'Only rows that are done, and not being undone already, can be undone.',
    },
    later_change: {
      title: 'This row was changed again since',
      next: 'The later setting was left alone; stage again from how it stands now if you need to.',
    },
    no_way_back: {
      title: 'There is no ratio to go back to',
      next: 'The platform cannot remove a product split and the promoter has no ratio of their own; stage a new one.',
    },
  },
};
