import { useTranslation } from 'react-i18next';
import { useAppInfo } from '../../app/bridge/app-info.ts';
import { Loaded, Room, RoomHeader } from '../../parts/index.ts';
import { AboutPanel } from './AboutPanel.tsx';
import { BackgroundPanel } from './BackgroundPanel.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';
import { FeedPanel } from './FeedForm.tsx';
import { InstitutionList } from './InstitutionList.tsx';
import { LookPanel } from './LookPanel.tsx';
import { ReviewRulesPanel } from './ReviewRulesPanel.tsx';
import { RulePanel } from './RulePanel.tsx';
import { StaffForm } from './StaffForm.tsx';
import './settings.css';

/** Institutions and their credentials, the user, the shelf feed, split rules, looks, running in the background. */
export default function SettingsRoom() {
  const { t } = useTranslation('settings');
  const info = useAppInfo();
  return (
    <Room header={<RoomHeader title={t('title')} />}>
      <div className="ld-settings">
        <Loaded query={info}>
          {(data) => (
            <>
              <InstitutionList info={data} />
              <CredentialsForm info={data} />
            </>
          )}
        </Loaded>
        <StaffForm />
        <RulePanel />
        <ReviewRulesPanel />
        <FeedPanel />
        <LookPanel />
        <Loaded query={info} lines={3}>
          {(data) => (
            <>
              <BackgroundPanel info={data} />
              <AboutPanel info={data} />
            </>
          )}
        </Loaded>
      </div>
    </Room>
  );
}
