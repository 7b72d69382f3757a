import type { Translation } from '../translation.ts';
import type { overview as zh } from '../zh/overview.ts';

export const overview: Translation<typeof zh> = {};
