import { Dropdown, type MenuProps } from 'antd';

export interface OpenMenu {
  x: number;
  y: number;
  items: NonNullable<MenuProps['items']>;
}

/** The one menu of a table, opened at a point; the keys work in it as soon as it is there. */
export function TableMenu({ open, onClose }: { open: OpenMenu | null; onClose: () => void }) {
  if (!open) return null;
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      menu={{ items: open.items, onClick: onClose }}
      onOpenChange={(shown) => {
        if (!shown) onClose();
      }}
      destroyOnHidden
    >
      <span className="ld-menu-point" style={{ left: open.x, top: open.y }} />
    </Dropdown>
  );
}
