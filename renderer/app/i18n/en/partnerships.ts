import type { Translation } from '../translation.ts';
import type { partnerships as zh } from '../zh/partnerships.ts';

export const partnerships: Translation<typeof zh> = {};
