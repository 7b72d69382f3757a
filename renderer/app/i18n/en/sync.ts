import type { Translation } from '../../../../shared/error-text/translation.ts';
import type { sync as zh } from '../zh/sync.ts';

export const sync: Translation<typeof zh> = {};
