import type { Translation } from '../../../../shared/error-text/translation.ts';
import type { partnerships as zh } from '../zh/partnerships.ts';

export const partnerships: Translation<typeof zh> = {};
