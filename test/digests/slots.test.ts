import { describe, expect, it } from 'vitest';
import { dateOf, type Instant, instantAt, timeOf } from '../../src/calendar/date.ts';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { type DigestKind, readSlot } from '../../src/digests/digest.ts';
import { dueDigests, nextSlotHour, type Owing, periodOnDemand, slotHour } from '../../src/digests/slots.ts';
import { DEFAULT_SETTINGS, type DigestTime } from '../../src/workspace/settings.ts';

const calendar = stateCouncilCalendar();
const at = (date: string, time = '09:00'): Instant => instantAt(date, time);
const byDefault: DigestTime = DEFAULT_SETTINGS.weekly;
const NEVER: Owing['since'] = { weekly: null, monthly: null, quarterly: null, halfyearly: null, yearly: null };

const owing = (overrides: Partial<Owing> & { since?: Owing['since'] } = {}): Owing => ({
  settings: DEFAULT_SETTINGS,
  since: { ...NEVER, weekly: at('2026-01-04', '12:00'), monthly: at('2026-01-04', '12:00') },
  records: [],
  ...overrides,
});
/** A ledger in which everything up to these periods is settled. */
const settled = (weekly: string, monthly: string): Owing['records'] => [
  { slot: `weekly:${weekly}`, outcome: 'sent', at: at('2026-01-05') },
  { slot: `monthly:${monthly}`, outcome: 'sent', at: at('2026-01-05') },
];
const due = (now: Instant, o: Owing) => dueDigests(o, now, calendar).map(({ slot, outcome }) => `${slot} ${outcome}`);

describe('slotHour', () => {
  const hour = (kind: DigestKind, period: string, time: Partial<DigestTime> = {}) => {
    const found = slotHour(kind, period, { ...byDefault, ...time }, calendar);
    return found && `${dateOf(found.at)} ${timeOf(found.at)}`;
  };

  it.each([
    ['weekly', '2026-W17', '2026-04-20 09:00'],
    ['weekly', '2026-W19', '2026-05-06 09:00'],
    ['weekly', '2026-W41', '2026-10-08 09:00'],
    ['weekly', '2026-W53', '2026-12-28 09:00'],
    ['weekly', '2026-W01', '2025-12-29 09:00'],
    ['weekly', '2026-W09', '2026-02-24 09:00'],
    ['monthly', '2025-12', '2026-01-04 09:00'],
    ['monthly', '2026-09', '2026-10-08 09:00'],
    ['monthly', '2026-12', '2027-01-01 09:00'],
    ['monthly', '2026-01', '2026-02-02 09:00'],
    ['quarterly', '2026-Q1', '2026-04-01 09:00'],
    ['quarterly', '2026-Q3', '2026-10-08 09:00'],
    ['quarterly', '2025-Q4', '2026-01-04 09:00'],
    ['halfyearly', '2026-H1', '2026-07-01 09:00'],
    ['halfyearly', '2025-H2', '2026-01-04 09:00'],
    ['yearly', '2024', '2025-01-02 09:00'],
    ['yearly', '2025', '2026-01-04 09:00'],
  ] as const)('%s %s goes out at %s: the first working day', (kind, period, said) => {
    expect(hour(kind, period)).toBe(said);
  });

  it('gives a week without a working day none', () => {
    expect(hour('weekly', '2026-W08')).toBeUndefined();
    expect(hour('weekly', '2026-W08', { day: 5 })).toBeUndefined();
  });

  it.each([
    ['an ordinary Friday', 'weekly', '2026-W17', 5, '2026-04-24 17:00'],
    ['a Friday on a holiday: the day before', 'weekly', '2026-W18', 5, '2026-04-30 17:00'],
    ['a Monday on a holiday: the next working day', 'weekly', '2026-W19', 1, '2026-05-06 17:00'],
    ['a Sunday: the working day before', 'weekly', '2026-W17', 7, '2026-04-24 17:00'],
    ['a Saturday that is worked', 'weekly', '2026-W19', 6, '2026-05-09 17:00'],
    ['the 1st on a holiday', 'monthly', '2026-09', 1, '2026-10-08 17:00'],
    ['the 31st of a short month', 'monthly', '2026-01', 31, '2026-02-28 17:00'],
    ['the last day on a weekend: back', 'monthly', '2026-04', 31, '2026-05-29 17:00'],
    ['the 29th in a leap year', 'monthly', '2028-01', 31, '2028-02-29 17:00'],
    ['the 5th after a quarter, on a Sunday', 'quarterly', '2026-Q2', 5, '2026-07-06 17:00'],
    ['the 3rd after a quarter, in the holidays', 'quarterly', '2026-Q3', 3, '2026-10-08 17:00'],
    [
      'the 31st after a quarter: of the month after it, not of the next quarter',
      'quarterly',
      '2026-Q1',
      31,
      '2026-04-30 17:00',
    ],
    ['the 10th after a half', 'halfyearly', '2026-H1', 10, '2026-07-10 17:00'],
    ['the 15th of January', 'yearly', '2025', 15, '2026-01-15 17:00'],
  ] as const)('the group’s own day, %s', (_what, kind, period, day, said) => {
    expect(hour(kind, period, { day, time: '17:00' })).toBe(said);
  });
});

describe('dueDigests', () => {
  it('nothing before the hour, one at it, none after it is in the ledger', () => {
    const o = owing({ records: settled('2026-W16', '2026-03') });
    expect(due(at('2026-04-20', '08:59'), o)).toEqual([]);
    expect(due(at('2026-04-20', '09:00'), o)).toEqual(['weekly:2026-W17 sent']);
    expect(due(at('2026-04-20', '09:00') + 60_000, o)).toEqual(['weekly:2026-W17 sent']);
    expect(due(at('2026-04-20', '09:01'), owing({ records: settled('2026-W17', '2026-03') }))).toEqual([]);
  });

  it('two due at one hour: the longest period first', () => {
    expect(due(at('2026-06-01'), owing({ records: settled('2026-W22', '2026-04') }))).toEqual([
      'monthly:2026-05 sent',
      'weekly:2026-W23 sent',
    ]);
    expect(due(at('2026-10-08'), owing({ records: settled('2026-W40', '2026-08') }))).toEqual([
      'monthly:2026-09 sent',
      'weekly:2026-W41 sent',
    ]);
  });

  it.each([
    ['the same day, hours late', '2026-04-20', '15:00', 'sent-late'],
    ['the second working day after', '2026-04-22', '18:00', 'sent-late'],
    ['the third working day after', '2026-04-23', '00:00', 'missed'],
  ])('weekly, %s: %s %s is %s', (_what, date, time, outcome) => {
    expect(due(at(date, time), owing({ records: settled('2026-W16', '2026-03') }))).toEqual([
      `weekly:2026-W17 ${outcome}`,
    ]);
  });

  it('counts working days over a long holiday', () => {
    // Slot on Wednesday 30 September; the holiday runs from 1 to 7 October.
    const o = owing({
      settings: { ...DEFAULT_SETTINGS, weekly: { ...byDefault, day: 3 } },
      records: settled('2026-W39', '2026-08'),
    });
    const weekly = (now: Instant) => due(now, o).filter((each) => each.startsWith('weekly:2026-W40'));
    expect(weekly(at('2026-10-03', '10:00'))).toEqual(['weekly:2026-W40 sent-late']);
    expect(weekly(at('2026-10-08', '10:00'))).toEqual(['weekly:2026-W40 sent-late']);
    expect(weekly(at('2026-10-09', '10:00'))).toEqual(['weekly:2026-W40 sent-late']);
    expect(weekly(at('2026-10-10', '10:00'))).toEqual(['weekly:2026-W40 missed']);
  });

  it('monthly is caught up within five working days', () => {
    const o = owing({ records: settled('2026-W20', '2026-03') });
    const monthly = (now: Instant) => due(now, o).filter((each) => each.startsWith('monthly'));
    // Slot on 6 May; 7, 8, 9 (worked), 11, 12 May follow.
    expect(monthly(at('2026-05-12', '17:00'))).toEqual(['monthly:2026-04 sent-late']);
    expect(monthly(at('2026-05-13', '00:00'))).toEqual(['monthly:2026-04 missed']);
  });

  it('goes out as soon as the server is back, at night and on a day off too', () => {
    const o = owing({
      settings: { ...DEFAULT_SETTINGS, weekly: { ...byDefault, day: 5, time: '17:00' } },
      records: settled('2026-W16', '2026-03'),
    });
    expect(due(at('2026-04-24', '23:00'), o)).toEqual(['weekly:2026-W17 sent-late']);
    expect(due(at('2026-04-25', '10:00'), o)).toEqual(['weekly:2026-W17 sent-late']);
    expect(due(at('2026-04-27', '03:00'), o)).toEqual(['weekly:2026-W17 sent-late']);
  });

  it('the week before a holiday week does not stand in for it: the next one is simply later', () => {
    const o = owing({ records: settled('2026-W07', '2026-01') });
    expect(due(at('2026-02-18', '10:00'), o)).toEqual([]);
    expect(due(at('2026-02-23', '10:00'), o)).toEqual([]);
    expect(due(at('2026-02-24', '09:00'), o)).toEqual(['weekly:2026-W09 sent']);
  });

  it('owes only what comes after the plan was confirmed', () => {
    const since = { ...NEVER, weekly: at('2026-04-20', '09:00'), monthly: at('2026-04-20', '09:00') };
    expect(due(at('2026-04-20', '15:00'), owing({ since }))).toEqual([]);
    expect(due(at('2026-04-27', '09:00'), owing({ since }))).toEqual(['weekly:2026-W18 sent']);
    expect(due(at('2026-04-27', '09:00'), owing({ since: NEVER }))).toEqual([]);
    const justBefore = { ...NEVER, weekly: at('2026-04-20', '08:59'), monthly: at('2026-04-20', '08:59') };
    expect(due(at('2026-04-20', '09:00'), owing({ since: justBefore }))).toEqual(['weekly:2026-W17 sent']);
  });

  it('a digest that is off is neither sent nor missed', () => {
    const o = owing({
      settings: { ...DEFAULT_SETTINGS, weekly: { ...byDefault, on: false } },
      records: settled('2026-W16', '2026-03'),
    });
    expect(due(at('2026-04-30', '09:00'), o)).toEqual([]);
  });

  it('after a long silence each lost digest is a miss and only the recent ones go out', () => {
    const o = owing({ records: settled('2026-W17', '2026-03') });
    expect(due(at('2026-06-01', '10:00'), o)).toEqual([
      'monthly:2026-04 missed',
      'monthly:2026-05 sent-late',
      'weekly:2026-W18 missed',
      'weekly:2026-W19 missed',
      'weekly:2026-W20 missed',
      'weekly:2026-W21 missed',
      'weekly:2026-W22 missed',
      'weekly:2026-W23 sent-late',
    ]);
  });

  it('printing on demand does not use up the slot', () => {
    const records = [
      ...settled('2026-W19', '2026-03'),
      { slot: 'monthly:2026-04', outcome: 'printed' as const, at: at('2026-05-04') },
    ];
    expect(due(at('2026-05-06'), owing({ records }))).toEqual(['monthly:2026-04 sent']);
  });

  it('crosses the year: week 53, the December digest, week 1', () => {
    const o = owing({ records: settled('2026-W52', '2026-11') });
    expect(due(at('2026-12-28'), o)).toEqual(['weekly:2026-W53 sent']);
    const next = owing({ records: settled('2026-W53', '2026-11') });
    expect(due(at('2027-01-04', '09:00'), next)).toEqual(['monthly:2026-12 sent-late', 'weekly:2027-W01 sent']);
  });
});

/** Every kind is owed from one moment on. */
const allSince = (moment: Instant): Owing['since'] => ({
  weekly: moment,
  monthly: moment,
  quarterly: moment,
  halfyearly: moment,
  yearly: moment,
});

describe('季报, 半年总结, 年终总结', () => {
  it('all that are due at one hour: the longest period first', () => {
    const july = owing({ since: allSince(at('2026-06-30', '12:00')) });
    expect(due(at('2026-07-01'), july)).toEqual([
      'halfyearly:2026-H1 sent',
      'quarterly:2026-Q2 sent',
      'monthly:2026-06 sent',
    ]);
    const january = owing({ since: allSince(at('2025-12-31', '12:00')) });
    expect(due(at('2026-01-04'), january)).toEqual([
      'yearly:2025 sent',
      'halfyearly:2025-H2 sent',
      'quarterly:2025-Q4 sent',
      'monthly:2025-12 sent',
    ]);
  });

  it.each([
    ['the hour', '2026-07-01', '09:00', 'sent'],
    ['hours late', '2026-07-01', '15:00', 'sent-late'],
    ['the fifth working day after', '2026-07-08', '23:59', 'sent-late'],
    ['the sixth working day after', '2026-07-09', '00:00', 'missed'],
  ])('%s: %s %s is %s', (_what, date, time, outcome) => {
    const o = owing({ since: { ...NEVER, quarterly: at('2026-04-07'), halfyearly: at('2026-04-07') } });
    expect(due(at(date, time), o)).toEqual([`halfyearly:2026-H1 ${outcome}`, `quarterly:2026-Q2 ${outcome}`]);
  });

  it('owe only what comes after the plan was confirmed', () => {
    const o = owing({ since: allSince(at('2026-01-04', '10:00')) });
    expect(due(at('2026-01-04', '18:00'), o)).toEqual([]);
    const longer = (now: Instant) => due(now, o).filter((each) => !/^(?:weekly|monthly)/u.test(each));
    expect(longer(at('2026-04-01', '09:00'))).toEqual(['quarterly:2026-Q1 sent']);
  });

  it('that are off are neither sent nor missed', () => {
    const o = owing({
      since: { ...NEVER, quarterly: at('2026-04-07'), halfyearly: at('2026-04-07') },
      settings: { ...DEFAULT_SETTINGS, halfyearly: { ...byDefault, on: false } },
    });
    expect(due(at('2026-07-20', '09:00'), o)).toEqual(['quarterly:2026-Q2 missed']);
  });

  it('are not sent again by a clock set back, nor kept from going out by one set ahead', () => {
    const since = { ...NEVER, yearly: at('2026-02-02') };
    const sent = { slot: 'yearly:2026', outcome: 'sent' as const, at: at('2027-01-01') };
    expect(due(at('2027-01-01', '09:00'), owing({ since, records: [sent] }))).toEqual([]);
    expect(due(at('2026-12-31', '23:00'), owing({ since, records: [sent] }))).toEqual([]);
    const missed = { slot: 'yearly:2026', outcome: 'missed' as const, at: at('2031-06-01') };
    expect(due(at('2027-01-01', '09:00'), owing({ since, records: [missed] }))).toEqual(['yearly:2026 sent']);
  });

  it('come on the first working day of a leap year’s halves as of any other', () => {
    const since = { ...NEVER, quarterly: at('2028-01-04', '12:00') };
    expect(due(at('2028-04-03', '09:00'), owing({ since }))).toEqual(['quarterly:2028-Q1 sent']);
    expect(due(at('2028-03-31', '23:59'), owing({ since }))).toEqual([]);
  });
});

describe('a moved clock', () => {
  it('set back does not send again', () => {
    const records = settled('2026-W17', '2026-03').map((record) => ({ ...record, at: at('2026-04-20', '09:00') }));
    expect(due(at('2026-04-20', '08:50'), owing({ records }))).toEqual([]);
    expect(due(at('2026-04-20', '09:00'), owing({ records }))).toEqual([]);
  });

  it('set far ahead and back again leaves the misses of that future behind', () => {
    const future = at('2030-06-03', '09:00');
    const records: Owing['records'] = [
      ...settled('2026-W17', '2026-03'),
      { slot: 'weekly:2026-W18', outcome: 'missed', at: future },
      { slot: 'weekly:2026-W19', outcome: 'sent-late', at: future },
      { slot: 'weekly:2030-W23', outcome: 'sent', at: future },
    ];
    expect(due(at('2026-04-27', '09:00'), owing({ records }))).toEqual(['weekly:2026-W18 sent']);
    const later = [...records, { slot: 'weekly:2026-W18', outcome: 'sent' as const, at: at('2026-04-27') }];
    expect(due(at('2026-05-06', '09:00'), owing({ records: later }))).toEqual(['monthly:2026-04 sent']);
    const evenLater = [...later, { slot: 'monthly:2026-04', outcome: 'sent' as const, at: at('2026-05-06') }];
    expect(due(at('2026-05-11', '09:00'), owing({ records: evenLater }))).toEqual(['weekly:2026-W20 sent']);
  });

  it('before the plan was confirmed nothing is due', () => {
    expect(due(at('2020-01-06', '09:00'), owing())).toEqual([]);
  });
});

describe('a whole year of ticks', () => {
  it('settles every slot once, on a working day', () => {
    const records: { slot: string; outcome: 'sent' | 'sent-late' | 'missed'; at: Instant }[] = [];
    const since = { ...allSince(at('2026-01-03', '12:00')), weekly: at('2026-01-04', '12:00') };
    for (let now = at('2026-01-01', '00:10'); now < at('2027-01-01', '00:00'); now += 3_600_000 / 2) {
      for (const each of dueDigests(owing({ since, records }), now, calendar)) {
        expect(calendar.isWorkingDay(dateOf(now))).toBe(true);
        records.push({ slot: each.slot, outcome: each.outcome, at: now });
      }
    }
    expect(new Set(records.map(({ slot }) => slot)).size).toBe(records.length);
    expect(records.filter(({ slot }) => slot.startsWith('monthly')).length).toBe(12);
    const longer = records.map(({ slot }) => slot).filter((slot) => !/^(?:weekly|monthly)/u.test(slot));
    expect(longer).toEqual([
      'yearly:2025',
      'halfyearly:2025-H2',
      'quarterly:2025-Q4',
      'quarterly:2026-Q1',
      'halfyearly:2026-H1',
      'quarterly:2026-Q2',
      'quarterly:2026-Q3',
    ]);
    // Weeks 2 to 53 but week 8, which is all holiday.
    expect(records.filter(({ slot }) => slot.startsWith('weekly')).length).toBe(51);
    expect(records.some(({ outcome }) => outcome === 'missed')).toBe(false);
  });
});

describe('nextSlotHour', () => {
  const next = (now: Instant, o: Owing) => {
    const hour = nextSlotHour('weekly', o, now, calendar);
    return hour && `${hour.day} ${timeOf(hour.at)}`;
  };

  it('steps over the holiday week and over what is settled', () => {
    expect(next(at('2026-02-09', '10:00'), owing())).toBe('2026-02-24 09:00');
    expect(next(at('2026-04-20', '08:00'), owing())).toBe('2026-04-20 09:00');
    expect(next(at('2026-04-20', '08:00'), owing({ records: settled('2026-W17', '2026-03') }))).toBe(
      '2026-04-27 09:00',
    );
    expect(next(at('2026-04-20'), owing({ since: NEVER }))).toBeUndefined();
  });
});

describe('names of slots and periods on demand', () => {
  it('reads back a slot and refuses others', () => {
    expect(readSlot('weekly:2026-W18')).toEqual({ kind: 'weekly', period: '2026-W18' });
    expect(readSlot('halfyearly:2026-H1')).toEqual({ kind: 'halfyearly', period: '2026-H1' });
    expect(['weekly:2026-04', 'daily:2026-04', 'monthly:2026-13', 'monthly', ''].map(readSlot)).toEqual(
      Array(5).fill(undefined),
    );
  });

  it('月报 means the month that ended until the 10th, then the running one', () => {
    expect(periodOnDemand('monthly', '2026-05-10')).toBe('2026-04');
    expect(periodOnDemand('monthly', '2026-05-11')).toBe('2026-05');
    expect(periodOnDemand('monthly', '2027-01-03')).toBe('2026-12');
    expect(periodOnDemand('weekly', '2027-01-03')).toBe('2026-W53');
  });

  it.each([
    ['quarterly', '2026-04-30', '2026-Q1'],
    ['quarterly', '2026-05-01', '2026-Q2'],
    ['quarterly', '2026-12-31', '2026-Q4'],
    ['halfyearly', '2026-08-31', '2026-H1'],
    ['halfyearly', '2026-09-01', '2026-H2'],
    ['halfyearly', '2028-02-29', '2027-H2'],
    ['halfyearly', '2028-03-01', '2028-H1'],
    ['yearly', '2027-04-30', '2026'],
    ['yearly', '2027-05-01', '2027'],
  ] as const)('%s on %s means that of %s: for a third of the running one it is the one that ended', (kind, today, period) => {
    expect(periodOnDemand(kind, today)).toBe(period);
  });
});
