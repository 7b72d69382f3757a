import type { DoctorLine } from '../../../shared/contract/doctor.ts';
import type { Answers, Scenario } from './answers.ts';
import { NOW } from './invented.ts';
import { countingJob } from './jobs.ts';

const line = (
  check: DoctorLine['check'],
  state: DoctorLine['state'],
  code: string,
  more: Partial<DoctorLine> = {},
): DoctorLine => ({ check, state, code, subject: null, params: {}, ...more });

function lines(scenario: Scenario): DoctorLine[] {
  const well = scenario === 'empty';
  const detail = '/channels/ec/league/headsupplier/order/get';
  const funds = '/channels/ec/league/headsupplier/funds/get';
  return [
    line('versions', 'ok', 'doctor.versions', {
      params: { program: '0.1.0', schema: 2, sqlite: '3.53.0', runtime: 'Node 20.18.1', system: 'Windows 11 x64' },
    }),
    line('data_folder', 'ok', 'doctor.folder_ok', {
      params: { folder: 'C:\\Users\\linxiao\\AppData\\Roaming\\League Desk\\institutions\\one' },
    }),
    line('free_disk', 'ok', 'doctor.disk_ok', { params: { free: '128 GB' } }),
    line('integrity', 'ok', 'doctor.store_ok'),
    line('audit_chain', 'ok', 'doctor.audit_ok', { params: { entries: 1893 } }),
    line('closings', 'ok', 'doctor.closings_ok'),
    line('address', 'ok', 'doctor.address_ok', { params: { base_url: 'https://api.weixin.qq.com' } }),
    line('credentials', 'ok', 'doctor.credentials_ok', { params: { app_id: 'wx5b1e0c9f7a2d4e68' } }),
    line('permission', 'ok', 'doctor.permission_ok', { subject: detail, params: { endpoint: detail } }),
    ...(well
      ? []
      : [
          line('allow_list', 'bad', 'platform.40164', { params: { address: '203.0.113.57' } }),
          line('permission', 'bad', 'doctor.permission_missing', { subject: funds, params: { endpoint: funds } }),
          line('clock', 'warn', 'doctor.clock_off', { params: { minutes: 3, skew_seconds: -187 } }),
          line('quota', 'unknown', 'doctor.quota_unknown', { subject: detail, params: { endpoint: detail } }),
        ]),
    line('freshness', 'ok', 'doctor.fresh', { params: { hours: 0 } }),
  ];
}

export const doctorAnswers: Answers = {
  'doctor.start': ({ scenario, send }) =>
    countingJob(
      'doctor',
      { total: 26, step: () => 'permission', result: () => ({ at: NOW, lines: lines(scenario) }) },
      send,
    ),
};
