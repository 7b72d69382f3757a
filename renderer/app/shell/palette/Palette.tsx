import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePalette } from '../../../state/palette.ts';
import { PaletteBox } from './PaletteBox.tsx';
import './palette.css';

/** Ctrl/Cmd+K: every room, every action, and whatever the local data has under the typed text. */
export function Palette() {
  const { t } = useTranslation('app');
  const open = usePalette((state) => state.open);
  const setOpen = usePalette((state) => state.setOpen);
  return (
    <Modal
      open={open}
      onCancel={() => setOpen(false)}
      footer={null}
      closable={false}
      width={600}
      // Not shown, but it names the dialog.
      title={t('palette.open')}
      style={{ top: 72 }}
      styles={{ container: { padding: 0, overflow: 'hidden' }, header: { display: 'none' } }}
      transitionName=""
      maskTransitionName=""
      destroyOnHidden
    >
      <PaletteBox onClose={() => setOpen(false)} />
    </Modal>
  );
}
