import {
  AccountBookOutlined,
  AppstoreOutlined,
  ContainerOutlined,
  DashboardOutlined,
  PictureOutlined,
  ProfileOutlined,
  SettingOutlined,
  ShopOutlined,
  SyncOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { type ComponentType, lazy } from 'react';

export const ROOM_NAMES = [
  'overview',
  'partnerships',
  'products',
  'listings',
  'promoters',
  'material',
  'orders',
  'settlement',
  'sync',
  'settings',
] as const;
export type RoomName = (typeof ROOM_NAMES)[number];

interface Room {
  icon: ComponentType;
  /** Each room is a chunk of its own: the window paints before the big tables are parsed. */
  Page: ComponentType;
}

export const ROOMS: Record<RoomName, Room> = {
  overview: { icon: DashboardOutlined, Page: lazy(() => import('../../rooms/overview/index.tsx')) },
  partnerships: { icon: ShopOutlined, Page: lazy(() => import('../../rooms/partnerships/index.tsx')) },
  products: { icon: AppstoreOutlined, Page: lazy(() => import('../../rooms/products/index.tsx')) },
  listings: { icon: ContainerOutlined, Page: lazy(() => import('../../rooms/listings/index.tsx')) },
  promoters: { icon: TeamOutlined, Page: lazy(() => import('../../rooms/promoters/index.tsx')) },
  material: { icon: PictureOutlined, Page: lazy(() => import('../../rooms/material/index.tsx')) },
  orders: { icon: ProfileOutlined, Page: lazy(() => import('../../rooms/orders/index.tsx')) },
  settlement: { icon: AccountBookOutlined, Page: lazy(() => import('../../rooms/settlement/index.tsx')) },
  sync: { icon: SyncOutlined, Page: lazy(() => import('../../rooms/sync/index.tsx')) },
  settings: { icon: SettingOutlined, Page: lazy(() => import('../../rooms/settings/index.tsx')) },
};

export function isRoomName(text: string): text is RoomName {
  return (ROOM_NAMES as readonly string[]).includes(text);
}
