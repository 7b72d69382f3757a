import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/client/index.ts';
import { Loaded, Room, RoomHeader } from '../../parts/index.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { SalesChart } from './SalesChart.tsx';
import { TodayStats } from './TodayStats.tsx';
import { TopPromoters } from './TopPromoters.tsx';
import { EndingPlans, OpenInvitations } from './WaitingLists.tsx';
import './overview.css';

/** Today's work and the state of the business, from the local data. */
export default function OverviewRoom() {
  const { t } = useTranslation('overview');
  const { data: status } = useRoute('desk.status', {});
  const overview = useRoute('desk.overview', {});
  const nothing =
    status !== undefined &&
    status.known_as_of === null &&
    status.counts.orders === 0 &&
    status.counts.partnerships === 0;
  return (
    <Room header={<RoomHeader title={t('title')} sub={overview.data?.today} known={['orders', 'products', 'shops']} />}>
      {nothing ? (
        <FirstSteps connected={status.connected} />
      ) : (
        <Loaded query={overview} lines={8}>
          {(data) => (
            <div className="ld-overview">
              {/* The list names only the longest waiting; the status counts them all. */}
              <TodayStats
                overview={data}
                invitations={status?.counts.open_invitations ?? data.open_invitations.length}
              />
              <div className="ld-overview__pair ld-overview__pair--wide">
                <SalesChart days={data.days} />
                <TopPromoters rows={data.top_promoters} today={data.today} />
              </div>
              <div className="ld-overview__pair">
                <OpenInvitations rows={data.open_invitations} />
                <EndingPlans rows={data.plans_ending} today={data.today} />
              </div>
            </div>
          )}
        </Loaded>
      )}
    </Room>
  );
}
