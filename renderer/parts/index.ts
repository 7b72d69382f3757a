export type { Failure } from '../../shared/error-text/failure-text.ts';
export { Absent } from './Absent.tsx';
export { useAgo, useNow } from './ago.ts';
export { ChannelTag, useChannelWord } from './ChannelTag.tsx';
export { CopyButton } from './CopyButton.tsx';
export { Count, formatCount } from './Count.tsx';
export { EllipsisText } from './EllipsisText.tsx';
export { EmptyState } from './EmptyState.tsx';
export { ErrorState } from './ErrorState.tsx';
export { FactList } from './FactList.tsx';
export { useFailureNotice } from './failure-notice.tsx';
export { failureOf, useFailureText } from './failure-text.ts';
export { IdText } from './IdText.tsx';
export { Instant } from './Instant.tsx';
export { JobProgress } from './JobProgress.tsx';
export { Loaded } from './Loaded.tsx';
export { LoadingState } from './LoadingState.tsx';
export { Money } from './Money.tsx';
export { Panel } from './Panel.tsx';
export { PromoterName, ShopName } from './PartyName.tsx';
export { Rate } from './Rate.tsx';
export { ReviewStateTag } from './ReviewStateTag.tsx';
export { Room } from './Room.tsx';
export { RoomHeader } from './RoomHeader.tsx';
export { SearchField } from './SearchField.tsx';
export { StaffNote } from './StaffNote.tsx';
export { StatCard } from './StatCard.tsx';
export {
  CommissionStatusTag,
  OrderStatusTag,
  PartnershipStatusTag,
  PayerTag,
  PlanStatusTag,
  PlanTypeTag,
} from './StatusTag.tsx';
export { Tag, type Tone } from './Tag.tsx';
export { TagList } from './TagList.tsx';
export { ColumnPicker, useShownColumns } from './table/ColumnPicker.tsx';
export type { Column, PlacedColumn, Sort } from './table/columns.ts';
export type { Selection } from './table/selection.ts';
export { staticSource, type TableSource } from './table/source.ts';
export { cellText, tsvOf } from './table/tsv.ts';
export { useColumns } from './table/use-columns.ts';
export { type TablePoint, VirtualTable } from './table/VirtualTable.tsx';
