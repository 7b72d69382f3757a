import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Tag as RemovableTag, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromoterIdentity } from '../../../../shared/contract/payee.ts';
import { useAction } from '../../../app/client/index.ts';
import { ErrorState, FactList, IdText, Instant, PromoterName } from '../../../parts/index.ts';
import { PayeeName } from './PayeeName.tsx';

/** A promoter is his id; this is what he was called, who is called the same, and where his shares went. */
export function Identity({ identity }: { identity: PromoterIdentity }) {
  const { t } = useTranslation('payee');
  const { names, namesakes, payees } = identity;
  return (
    <div className="ld-identity">
      <p className="ld-faint">{t('identity.id_hint')}</p>
      <FactList
        facts={[
          [
            t('identity.names'),
            <Listed key="names" none={t('identity.none')}>
              {names.map(({ name, first_seen_at, source }) => (
                <li key={name}>
                  <PromoterName name={name} id={JSON.stringify(name)} />
                  <span className="ld-faint">
                    {t(`identity.source.${source}`)}
                    {first_seen_at === null ? null : (
                      <>
                        {' · '}
                        {t('identity.first_seen')} <Instant at={first_seen_at} as="day" />
                      </>
                    )}
                  </span>
                </li>
              ))}
            </Listed>,
          ],
          [t('identity.aliases'), <Aliases key="aliases" identity={identity} />],
          [
            t('identity.namesakes'),
            <Listed key="namesakes" none={t('identity.none')}>
              {namesakes.map(({ promoter_appid, name }) => (
                <li key={`${promoter_appid} ${name}`}>
                  <IdText id={promoter_appid} />
                </li>
              ))}
            </Listed>,
          ],
          [
            t('identity.payees'),
            <Listed key="payees" none={t('identity.none')}>
              {payees.map(({ from_period, payee_id, name, set_at, set_by }) => (
                <li key={`${from_period} ${set_at} ${payee_id}`}>
                  {t('identity.payee_since', { period: from_period })}
                  <PayeeName id={payee_id} name={name} />
                  <span className="ld-faint">
                    {t('identity.set_by', { staff: set_by })} <Instant at={set_at} as="day" />
                  </span>
                </li>
              ))}
            </Listed>,
          ],
        ]}
      />
    </div>
  );
}

function Listed({ none, children }: { none: string; children: ReactNode[] }) {
  return children.length === 0 ? <span className="ld-faint">{none}</span> : <ul>{children}</ul>;
}

function Aliases({ identity: { promoter_appid, aliases } }: { identity: PromoterIdentity }) {
  const { t } = useTranslation('payee');
  const [alias, setAlias] = useState('');
  const save = useAction('payee.set_alias', { quiet: true, onDone: () => setAlias('') });
  const add = () => {
    if (alias.trim() !== '') save.mutate({ promoter_appid, alias: alias.trim() });
  };
  return (
    <div className="ld-aliases">
      {aliases.map((one) => (
        <RemovableTag
          key={one.alias}
          closable
          closeIcon={<CloseOutlined aria-label={t('identity.alias_remove', { alias: one.alias })} />}
          onClose={(event) => {
            event.preventDefault();
            save.mutate({ promoter_appid, alias: one.alias, remove: true });
          }}
        >
          {one.alias}
        </RemovableTag>
      ))}
      <Space.Compact size="small">
        <Input
          value={alias}
          maxLength={100}
          placeholder={t('identity.alias_new')}
          aria-label={t('identity.alias_new')}
          onChange={(event) => setAlias(event.target.value)}
          onPressEnter={add}
        />
        <Button disabled={alias.trim() === ''} loading={save.isPending} onClick={add}>
          {t('identity.alias_add')}
        </Button>
      </Space.Compact>
      <p className="ld-faint">{t('identity.alias_hint')}</p>
      {save.error ? <ErrorState error={save.error} small /> : null}
    </div>
  );
}
