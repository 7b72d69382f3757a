import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/client/index.ts';
import { Loaded, Room, RoomHeader } from '../../parts/index.ts';
import './material.css';
import { PosterStudio } from './PosterStudio.tsx';

export default function MaterialRoom() {
  const { t } = useTranslation('material');
  const choices = useRoute('poster.choices', {});
  return (
    <Room fill header={<RoomHeader title={t('title')} sub={t('subtitle')} known={['products', 'promoters']} />}>
      <Loaded query={choices} lines={8}>
        {(kept) => <PosterStudio kept={kept} />}
      </Loaded>
    </Room>
  );
}
