import { Modal } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

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
      <dl className="ld-keys">
        {KEYS.map(([what, keys]) => (
          <Fragment key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`help.${what}`)}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="ld-faint">{t('help.typing')}</p>
    </Modal>
  );
}
