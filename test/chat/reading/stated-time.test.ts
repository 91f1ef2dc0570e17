import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from '../../../src/calendar/working-days.ts';
import { readStatedTime } from '../../../src/chat/reading/stated-time.ts';

const read = (text: string) => readStatedTime(text, 2026, { today: '2026-05-12', calendar: stateCouncilCalendar() });

describe('a 时限 as said', () => {
  it.each([
    ['5-6月', '2026-05-01', '2026-06-30', null],
    ['5月底前', null, '2026-05-31', null],
    ['六月底之前完成', null, '2026-06-30', null],
    ['6月10日', '2026-06-10', '2026-06-10', null],
    ['6月10日前', null, '2026-06-10', null],
    ['6.10', '2026-06-10', '2026-06-10', null],
    ['5月20前', null, '2026-05-20', null],
    ['2026-06-30前', null, '2026-06-30', null],
    ['6月30日下午3点前', null, '2026-06-30', null],
    ['七、八月份', '2026-07-01', '2026-08-31', null],
    ['每季度', null, null, 'quarterly'],
    ['4月至7月每月', '2026-04-01', '2026-07-31', 'monthly'],
    ['每月一次', null, null, 'monthly'],
    ['全年', '2026-01-01', '2026-12-31', null],
    ['国庆前', null, '2026-09-30', null],
    ['端午', '2026-06-19', '2026-06-19', null],
    ['月底', null, '2026-05-31', null],
    ['下周五', null, '2026-05-22', null],
    ['三个工作日后', null, '2026-05-15', null],
    ['20号', null, '2026-05-20', null],
    ['无', null, null, null],
  ])('%s', (text, start, end, freq) => {
    expect(read(text)).toMatchObject({ ok: true, schedule: { start, end, freq } });
  });

  it.each([
    ['2月30日', { reason: 'no-such-day', said: '2月30日', nearest: '2027-02-28' }],
    ['六月三十一日前', { reason: 'no-such-day' }],
    ['6月1日至6月31日', { reason: 'no-such-day', said: '6月31日' }],
    ['13月', { reason: 'no-such-day' }],
    ['昨天', { reason: 'past', nearest: null }],
    ['10号', { reason: 'past', nearest: '2026-06-10' }],
    ['尽快', { reason: 'unreadable' }],
    ['定期', { reason: 'unreadable' }],
    ['6月报送', { reason: 'unreadable' }],
    ['线上', { reason: 'unreadable' }],
    ['2025年3月', { reason: 'past', nearest: null }],
    ['', { reason: 'unreadable' }],
  ])('%s is refused', (text, refusal) => {
    expect(read(text)).toMatchObject({ ok: false, ...refusal });
  });
});
