import type { Translation } from '../translation.ts';
import type { promoters as zh } from '../zh/promoters.ts';

export const promoters: Translation<typeof zh> = {};
