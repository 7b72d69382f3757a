import type { Translation } from '../translation.ts';
import type { settings as zh } from '../zh/settings.ts';

export const settings: Translation<typeof zh> = {};
