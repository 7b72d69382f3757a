import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AppInfo } from '../../../shared/bridge.ts';
import { bridge } from './bridge.ts';

export const APP_INFO_KEY = ['bridge.info'] as const;

/** Facts of the program and its institutions; invalidate `APP_INFO_KEY` after changing them. */
export function useAppInfo(): UseQueryResult<AppInfo> {
  return useQuery({ queryKey: APP_INFO_KEY, queryFn: () => bridge().getAppInfo() });
}
