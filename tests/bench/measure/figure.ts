/** One measured figure beside its reference, both from the same run. */
export interface Figure {
  name: string;
  ours: number;
  /** What it is compared with, in words. */
  reference: string;
  reference_value: number;
  unit: string;
  ratio: number;
  /** Such as `<= 3`. */
  goal: string;
  met: boolean;
}

export interface Measured {
  name: string;
  ours: number;
  reference: string;
  reference_value: number;
  unit: string;
  /** `ratio` compares ours divided by the reference, `ours` the value itself. */
  goal: { of: 'ratio' | 'ours'; is: '<=' | '>='; than: number };
}

export function figure({ goal, ...measured }: Measured): Figure {
  const ratio = measured.ours / measured.reference_value;
  const value = goal.of === 'ratio' ? ratio : measured.ours;
  const met = goal.is === '<=' ? value <= goal.than : value >= goal.than;
  const unit = goal.of === 'ratio' ? '' : ` ${measured.unit}`;
  return { ...measured, ratio, goal: `${goal.is} ${goal.than}${unit}`, met };
}
