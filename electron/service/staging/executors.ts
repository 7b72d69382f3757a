import { defaultSplitExecutor, listExecutor, unlistExecutor } from '../listing/executors.ts';
import { productSplitExecutor } from '../listing/split-executor.ts';
import { decisionExecutor } from '../partnership/decision-executor.ts';
import type { Executors } from './executor.ts';

/** Who makes which change. A room that has changes of its own puts its executors here. */
export const executors: Executors = {
  accept: decisionExecutor('accept'),
  refuse: decisionExecutor('refuse'),
  list: listExecutor,
  unlist: unlistExecutor,
  default_split: defaultSplitExecutor,
  product_split: productSplitExecutor,
};
