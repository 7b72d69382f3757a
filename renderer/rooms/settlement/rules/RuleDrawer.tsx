import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Rule } from '../../../../shared/contract/rule.ts';
import { Absent, FactList, Instant, Money, Rate } from '../../../parts/index.ts';
import { CheckedOn } from '../../../parts/rule/CheckedOn.tsx';
import { RuleDays } from '../../../parts/rule/RuleDays.tsx';
import { RuleStateTag } from '../../../parts/rule/RuleStateTag.tsx';
import { ordersAddress } from '../../orders/address.ts';
import { bandText, scopeCell, withdrawalText } from './rule-columns.tsx';
import { CheckRule, EndRule, WithdrawRule } from './rule-deeds.tsx';

interface Props {
  rule: Rule | null;
  onClose: () => void;
  /** Opens the form of a rule that follows this one. */
  onFollow: (rule: Rule) => void;
}

/** One rule with all that is known of it, and what can be done to it. */
export function RuleDrawer({ rule, onClose, onFollow }: Props) {
  const { t } = useTranslation('rule');
  return (
    <Drawer
      open={rule !== null}
      onClose={onClose}
      size={540}
      title={rule ? `${t(`kind.${rule.kind}`)} · ${t('detail.title', { rule_id: rule.rule_id })}` : ''}
      destroyOnHidden
    >
      {rule ? <RulePage key={`${rule.kind} ${rule.rule_id}`} rule={rule} onFollow={onFollow} /> : null}
    </Drawer>
  );
}

type DeedName = 'end' | 'check' | 'withdraw';
const DEEDS = { end: EndRule, check: CheckRule, withdraw: WithdrawRule } as const;

function RulePage({ rule, onFollow }: { rule: Rule; onFollow: (rule: Rule) => void }) {
  const { t } = useTranslation('rule');
  const [doing, setDoing] = useState<DeedName | null>(null);
  const Deed = doing && DEEDS[doing];
  return (
    <div className="ld-rule-page">
      <FactList facts={factsOf(t, rule)} />
      {rule.source && rule.checked_on ? null : <p className="ld-warn-text">{t('detail.unknown_source')}</p>}
      {rule.kind === 'split' ? (
        <p>
          <Link href={ordersAddress(ordersOf(rule))}>{t('detail.orders')}</Link>
        </p>
      ) : null}
      {rule.withdrawn ? null : (
        <div className="ld-rule-page__deeds">
          <Button type="primary" onClick={() => onFollow(rule)}>
            {t('add.follow')}
          </Button>
          {(Object.keys(DEEDS) as DeedName[]).map((name) => (
            <Button
              key={name}
              danger={name === 'withdraw'}
              aria-pressed={doing === name}
              onClick={() => setDoing(doing === name ? null : name)}
            >
              {t(`${name}.button`)}
            </Button>
          ))}
        </div>
      )}
      {Deed && !rule.withdrawn ? <Deed rule={rule} onDone={() => setDoing(null)} /> : null}
      <p className="ld-faint">{t('detail.closed_stay')}</p>
    </div>
  );
}

function ordersOf({ promoter_appid, product_id, from_day, to_day }: Rule & { kind: 'split' }) {
  return {
    axis: 'created' as const,
    from: from_day,
    ...(to_day === null ? {} : { to: to_day }),
    ...(promoter_appid === null ? {} : { promoter_appid: [promoter_appid] }),
    ...(product_id === null ? {} : { product_id: [product_id] }),
  };
}

function factsOf(t: ReturnType<typeof useTranslation<'rule'>>['t'], rule: Rule): [string, ReactNode][] {
  const facts: [string, ReactNode][] = [[t('column.state'), <RuleStateTag key="state" state={rule.state} />]];
  if (rule.kind === 'split') facts.push([t('column.scope'), scopeCell(t, rule)]);
  if (rule.kind === 'incentive') facts.push([t('column.band'), bandText(t, rule)]);
  if (rule.kind === 'rounding') facts.push([t('column.rounding'), t(`rounding.${rule.rounding}`)]);
  else facts.push([t('column.ratio'), <Rate key="ratio" ppm={rule.ratio_ppm} />]);
  if (rule.kind === 'incentive')
    facts.push([t('column.cap'), rule.cap_fen === null ? t('band.no_cap') : <Money key="cap" fen={rule.cap_fen} />]);
  facts.push(
    [t('column.days'), <RuleDays key="days" rule={rule} />],
    [t('column.source'), rule.source || <Absent key="source" />],
    [t('column.checked_on'), <CheckedOn key="checked" day={rule.checked_on} />],
  );
  if (rule.note) facts.push([t('add.note'), rule.note]);
  facts.push([t('detail.set', { staff: rule.set_by }), <Instant key="set" at={rule.set_at} as="second" />]);
  const { withdrawn } = rule;
  if (withdrawn)
    facts.push(
      [t('detail.withdrawn', { staff: withdrawn.by }), <Instant key="withdrawn" at={withdrawn.at} as="second" />],
      [t('detail.reason'), withdrawalText(t, withdrawn.reason)],
    );
  return facts;
}
