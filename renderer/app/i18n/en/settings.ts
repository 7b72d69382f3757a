import type { Translation } from '../../../../shared/error-text/translation.ts';
import type { settings as zh } from '../zh/settings.ts';

export const settings: Translation<typeof zh> = {};
