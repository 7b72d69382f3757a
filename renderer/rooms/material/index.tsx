import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PosterChoices } from '../../../shared/contract/poster.ts';
import { useRoute } from '../../app/client/index.ts';
import { useFilters } from '../../app/router/address.ts';
import { Loaded, Room, RoomHeader } from '../../parts/index.ts';
import './material.css';
import { PosterBatch } from './PosterBatch.tsx';
import { PosterStudio } from './PosterStudio.tsx';
import { useChoices } from './use-choices.ts';

export default function MaterialRoom() {
  const { t } = useTranslation('material');
  const { params, set } = useFilters();
  const choices = useRoute('poster.choices', {});
  const mode = params.get('mode') === 'batch' ? 'batch' : 'one';
  return (
    <Room
      fill
      header={
        <RoomHeader
          title={t('title')}
          sub={t('subtitle')}
          known={['products', 'promoters']}
          actions={
            <Segmented
              aria-label={t('mode')}
              value={mode}
              options={[
                { value: 'one', label: t('one') },
                { value: 'batch', label: t('batch') },
              ]}
              onChange={(now) => set({ mode: now === 'batch' ? now : null })}
            />
          }
        />
      }
    >
      <Loaded query={choices} lines={8}>
        {(kept) => <Work kept={kept} mode={mode} />}
      </Loaded>
    </Room>
  );
}

/** One poster or many, made with the same choices. */
function Work({ kept, mode }: { kept: PosterChoices; mode: 'one' | 'batch' }) {
  const [choices, change] = useChoices(kept);
  return mode === 'one' ? (
    <PosterStudio choices={choices} onChange={change} />
  ) : (
    <PosterBatch choices={choices} onChange={change} />
  );
}
