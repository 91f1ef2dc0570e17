import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { cardText } from '../../src/cards/card-text.ts';
import { digestCard } from '../../src/digests/digest-card.ts';
import { digestText } from '../../src/digests/digest-text.ts';
import { printDigest } from '../../src/digests/print-digest.ts';
import { unsealed } from '../../src/digests/sealed-digest.ts';
import { isReply } from '../../src/jobs/delivery.ts';
import { createDigestJob } from '../../src/jobs/digest-job.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aMember, aPlan, aWorkspace } from '../builders/workspace.ts';
import { memoryStore } from './memory-store.ts';

const calendar = stateCouncilCalendar();
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Two tasks that end on Friday, 12 June 2026, and one on the Monday after. */
const office = (overrides: Partial<Workspace> = {}): Workspace =>
  aWorkspace({
    plans: [aPlan({ confirmedAt: instant('2026-05-20') })],
    tasks: [
      aTask({ number: 1, title: '慰问职工', owners: ['李梅'], schedule: aSchedule({ end: '2026-06-12' }) }),
      aTask({ number: 2, title: '签订合同', owners: ['陈静'], schedule: aSchedule({ end: '2026-06-12' }) }),
      aTask({ number: 3, title: '上报数据', owners: ['李梅'], schedule: aSchedule({ end: '2026-06-15' }) }),
    ],
    members: [
      aMember({ id: 'u1', name: '周敏' }),
      aMember({ id: 'u2', name: '李梅' }),
      aMember({ id: 'u3', name: '陈静' }),
    ],
    ...overrides,
  });

const setUp = (workspace: Workspace, canTell = true) => {
  const memory = memoryStore(workspace);
  const clock = { at: 0 };
  const woken: string[] = [];
  const make = () =>
    createDigestJob({
      store: memory.store,
      calendar,
      now: () => clock.at,
      tellsPeople: () => canTell,
      wake: (id) => woken.push(id),
      log: quiet,
    });
  const bot = { job: make() };
  const tickAt = async (date: string, time: string) => {
    clock.at = instant(date, time);
    await bot.job.tick();
  };
  /** What was put into the outbox, as `to: title`. */
  const queued = () =>
    memory.of().ledger.outbox.map(({ to, reply }) => {
      const title = isReply(reply) && reply.kind === 'card' ? reply.card.title : 'no card';
      return `${to ?? 'group'}: ${title}`;
    });
  const restart = () => {
    bot.job = make();
  };
  return { ...memory, tickAt, queued, restart, woken };
};

const weeklyAt = (time: string) => ({ ...DEFAULT_SETTINGS, weekly: { on: true, day: 5, time } });

describe('reminders', () => {
  it('come at their hour as one message to the group and one to each person, once', async () => {
    const { tickAt, queued, restart, of, woken } = setUp(office());
    await tickAt('2026-06-12', '08:59');
    expect(queued()).toEqual([]);
    await tickAt('2026-06-12', '09:00');
    const once = ['group: 任务提醒', 'u2: 任务提醒', 'u3: 任务提醒'];
    expect(queued()).toEqual(once);
    expect(woken.length).toBe(1);
    const { outbox } = of().ledger;
    expect(new Set(outbox.map(({ key }) => key)).size).toBe(3);
    for (const { key, until } of outbox) {
      expect(key.length).toBeLessThanOrEqual(50);
      expect(until).toBe(instant('2026-06-12', '18:01') - 1);
    }
    restart();
    await tickAt('2026-06-12', '09:01');
    await tickAt('2026-06-12', '17:00');
    expect(queued()).toEqual(once);
  });

  it('each person hears of their own tasks only', async () => {
    const { tickAt, of } = setUp(office());
    await tickAt('2026-06-12', '09:00');
    const said = Object.fromEntries(
      of().ledger.outbox.map(({ to, reply }) => [
        to ?? 'group',
        isReply(reply) && reply.kind === 'card' ? cardText(reply.card) : '',
      ]),
    );
    expect(said.u2).toContain('慰问职工');
    expect(said.u2).toContain('上报数据');
    expect(said.u2).not.toContain('签订合同');
    expect(said.u3).toContain('签订合同');
    expect(said.u3).not.toContain('慰问职工');
    for (const word of ['李梅', '陈静', '慰问职工']) expect(said.group).not.toContain(word);
  });

  it.each<[string, string[]]>([
    ['17:59', ['group: 任务提醒', 'u2: 任务提醒', 'u3: 任务提醒']],
    ['18:05', []],
  ])('missed at the hour they are made up for on the same day only: back at %s', async (time, expected) => {
    const { tickAt, queued } = setUp(office());
    await tickAt('2026-06-12', time);
    expect(queued()).toEqual(expected);
    await tickAt('2026-06-13', '09:00');
    expect(queued()).toEqual(expected);
  });

  it('a task that became due after the hour waits for its next reminder', async () => {
    const { tickAt, queued, store } = setUp(office({ tasks: office().tasks.slice(2) }));
    await tickAt('2026-06-11', '09:00');
    await store.update('local:test', ({ tasks }) => {
      for (const task of tasks) task.schedule.end = '2026-06-11';
    });
    await tickAt('2026-06-11', '11:00');
    expect(queued()).toEqual([]);
  });

  it('only the group hears where the platform writes to nobody', async () => {
    const { tickAt, queued } = setUp(office(), false);
    await tickAt('2026-06-12', '09:00');
    expect(queued()).toEqual(['group: 任务提醒']);
  });
});

describe('on a day that has a digest', () => {
  it('they stand at its end, and it prints again as it was sent', async () => {
    const { tickAt, queued, of, store } = setUp(office({ settings: weeklyAt('17:00') }));
    await tickAt('2026-06-12', '09:00');
    expect(queued()).toEqual([]);
    await tickAt('2026-06-12', '17:00');
    expect(queued()).toEqual(['group: 周报 第24周(6月8日—6月14日)', 'u2: 任务提醒', 'u3: 任务提醒']);
    const reply = of().ledger.outbox[0]?.reply;
    const sent = isReply(reply) && reply.kind === 'card' ? cardText(reply.card) : '';
    expect(sent).toContain('▎提醒\n今天到期2项、3天内到期1项');
    const printed = await store.update('local:test', (workspace) =>
      printDigest(workspace, { kind: 'weekly', period: '2026-W24', asOf: instant('2026-06-20'), calendar }),
    );
    if (!printed.ok) throw new Error('the digest cannot be printed');
    expect(cardText(digestCard(printed.digest))).toBe(sent);
    expect(digestText(printed.digest)).toContain('【提醒】今天到期2项、3天内到期1项');
    await tickAt('2026-06-12', '17:30');
    expect(queued().length).toBe(3);
  });

  it('a digest in the evening carries none: they come at their own hour', async () => {
    const { tickAt, queued, of } = setUp(office({ settings: weeklyAt('19:00') }));
    await tickAt('2026-06-12', '09:00');
    expect(queued()[0]).toBe('group: 任务提醒');
    await tickAt('2026-06-12', '19:00');
    const last = of().ledger.digests.at(-1);
    expect(last?.outcome).toBe('sent');
    expect(unsealed(last?.digest)?.title).toContain('周报');
    expect(unsealed(last?.digest)).not.toHaveProperty('reminders');
  });

  it('of several they stand in the last', async () => {
    const end = { schedule: aSchedule({ end: '2026-06-01' }) };
    const { tickAt, of } = setUp(office({ tasks: [aTask({ ...end, owners: ['李梅'] })] }));
    await tickAt('2026-06-01', '09:00');
    const carrying = of()
      .ledger.digests.filter(({ outcome }) => outcome === 'sent')
      .map(({ slot, digest }) => [slot, 'reminders' in (unsealed(digest) ?? {})]);
    expect(carrying).toEqual([
      ['monthly:2026-05', false],
      ['weekly:2026-W23', true],
    ]);
  });
});
