import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../app/client/index.ts';
import { Loaded, Tag } from '../../parts/index.ts';

/** The list staff's words are checked against, to read. */
export function BannedWords() {
  const { t } = useTranslation('material');
  const [open, setOpen] = useState(false);
  const list = useRoute('poster.banned_words', {}, { enabled: open });
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t('banned.show')}
      </Button>
      <Modal open={open} title={t('banned.sheet')} footer={null} width={640} onCancel={() => setOpen(false)}>
        <Loaded query={list} lines={8}>
          {({ compiled_on, groups }) => (
            <div className="ld-banned">
              <p className="ld-soft">{t('banned.compiled', { day: compiled_on })}</p>
              {groups.map(({ grade, reason, words }) => (
                <section key={`${grade} ${reason}`}>
                  <h3>
                    <Tag tone={grade === 'refuse' ? 'bad' : 'warn'}>{t(`banned.grade.${grade}`)}</Tag> {reason}
                  </h3>
                  <p>{words.join('、')}</p>
                </section>
              ))}
            </div>
          )}
        </Loaded>
      </Modal>
    </>
  );
}
