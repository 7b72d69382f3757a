import type { Translation } from '../translation.ts';
import type { settlement as zh } from '../zh/settlement.ts';

export const settlement: Translation<typeof zh> = {};
