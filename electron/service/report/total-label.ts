/** What the last row of a table is called, and of each sheet of one that goes on in a next. */
export const TOTAL_LABEL = '合计';
export const PART_LABEL = '小计';
