import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { KeyList } from '../../../parts/KeyList.tsx';

const COMMAND = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';

const KEYS = [
  ['move', ['J', 'K', '↓', '↑']],
  ['approve', ['A']],
  ['hold', ['H']],
  ['exclude', ['X']],
  ['reason', ['1–9', 'Enter']],
  ['reopen', ['R']],
  ['note', ['N']],
  ['tag', ['T']],
  ['undo', ['U']],
  ['toggle', ['Space']],
  ['extend', ['Shift+J', 'Shift+K']],
  ['all', [`${COMMAND}+A`]],
  ['open', ['Enter']],
  ['cancel', ['Esc']],
  ['help', ['?']],
] as const;

/** Every key of the queue. */
export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('review');
  return (
    <Modal open={open} title={t('help.title')} footer={null} onCancel={onClose} width={440} destroyOnHidden>
      <KeyList keys={KEYS.map(([what, keys]) => [keys, t(`help.${what}`)])} />
      <p className="ld-review-typing">{t('help.typing')}</p>
    </Modal>
  );
}
