import type { Translation } from '../../../../shared/error-text/translation.ts';
import type { overview as zh } from '../zh/overview.ts';

export const overview: Translation<typeof zh> = {};
