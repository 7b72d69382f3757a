import { useState } from 'react';
import type { RouteInput } from '../../../shared/contract/routes.ts';
import type { Rule } from '../../../shared/contract/rule.ts';
import { addDays } from '../../../shared/time.ts';
import { useAction } from '../../app/client/index.ts';
import { failureOf } from '../failure-text.ts';

type Draft = RouteInput<'rule.add'>;

/** The rule that stands in the way, and what can be done about it at one press. */
export interface Overlap {
  rule_id: number;
  /** The days of the other rule in words. */
  days: string;
  way: 'end_other' | 'replace_other' | 'end_this';
  /** The last day of the one that ends; for `replace_other` none ends. */
  last_day: string;
}

export interface RuleAdding {
  add: (draft: Draft) => void;
  pending: boolean;
  overlap: Overlap | null;
  /** What else the service refused, and why. */
  error: unknown;
  /** Adds the refused draft in the way `overlap` says. */
  resolve: () => void;
  /** The draft has changed: what was said of it means nothing any more. */
  forget: () => void;
}

/** Adds a rule; one that overlaps another can follow it, or stop before it, without typing again. */
export function useAddRule(onDone: (rule: Rule) => void): RuleAdding {
  const [refused, setRefused] = useState<Draft | null>(null);
  const { mutate, reset, isPending, error } = useAction('rule.add', { quiet: true, onDone });
  const add = (draft: Draft) => {
    setRefused(draft);
    mutate(draft);
  };
  const overlap = error && refused ? overlapOf(error, refused.from_day) : null;
  return {
    add,
    pending: isPending,
    overlap,
    error: overlap ? null : error,
    resolve: () => {
      if (!overlap || !refused) return;
      add(overlap.way === 'end_this' ? { ...refused, to_day: overlap.last_day } : { ...refused, succeeds: true });
    },
    forget: () => {
      if (error) reset();
    },
  };
}

/** Null for any other failure. */
export function overlapOf(error: unknown, from_day: string): Overlap | null {
  const { code, params } = failureOf(error);
  if (code !== 'rule.overlaps') return null;
  const other = String(params.from_day);
  const way = other < from_day ? 'end_other' : other === from_day ? 'replace_other' : 'end_this';
  const last_day = addDays(way === 'end_this' ? other : from_day, -1);
  return { rule_id: Number(params.rule_id), days: String(params.days), way, last_day };
}
