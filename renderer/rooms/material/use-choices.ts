import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PosterChoices } from '../../../shared/contract/poster.ts';
import { useAction } from '../../app/client/index.ts';

/** What posters are made with, kept for the next visit. */
export function useChoices(kept: PosterChoices): [PosterChoices, (choices: PosterChoices) => void] {
  const [choices, setChoices] = useState(kept);
  const cache = useQueryClient();
  const keep = useAction('poster.set_choices', {
    quiet: true,
    onDone: (now) => cache.setQueryData(['poster.choices', {}], now),
  });
  return [
    choices,
    (now) => {
      setChoices(now);
      keep.mutate(now);
    },
  ];
}
