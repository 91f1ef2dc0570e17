import { describe, expect, it } from 'vitest';
import { feedEvents } from '../../src/feeds/feed-events.ts';
import type { Change } from '../../src/workspace/change.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { anOffice } from '../builders/office.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const TODAY = '2026-05-12';
const change = (id: string, number: number, date: string): Change => ({
  id,
  verb: 'progress',
  by: 'u1',
  at: instant(date),
  message: 'm',
  summary: '',
  edits: [{ on: { kind: 'task', number }, field: 'progress[0]', before: null, after: null }],
  undoneBy: null,
});
const eventsOf = (workspace: Workspace, member: string | null = null, today = TODAY) =>
  feedEvents(workspace, member, today);
const titles = (workspace: Workspace, member: string | null = null) =>
  eventsOf(workspace, member).map(({ day, title }) => `${day} ${title}`);

describe('the events of a feed', () => {
  const office = titles(anOffice());

  it.each([
    ['a one-off task on its last day', '2026-04-30 #1 举办职工书画展'],
    ['each period of a recurring one', '2026-05-10 #3 更新公众号(第19周)'],
    ['a closed one with ✅', '2026-05-12 ✅ #5 慰问环卫工人'],
    ['a closed period with ✅, the next without', '2026-04-30 ✅ #4 汇总调解台账(4月)'],
    ['an extended one on its new day', '2026-09-30 #6 召开职工代表大会'],
  ])('tell %s', (_, line) => {
    expect(office).toContain(line);
  });

  it('leave out what has no time, and tell what was cancelled for a while', () => {
    expect(office.filter((line) => line.includes('#7'))).toEqual([]);
    const cancelled = (today: string) => eventsOf(anOffice(), null, today).filter((event) => event.cancelled);
    expect(cancelled(TODAY).map(({ title }) => title)).toEqual(['#8 组织春游']);
    expect(cancelled('2026-08-01')).toEqual([]);
  });

  it('hold units, owners and the days, and nothing else anybody wrote', () => {
    const [event] = eventsOf(anOffice()).filter(({ uid }) => uid.startsWith('task-2@'));
    expect(event?.lines).toEqual(['责任单位:组织部', '责任人:李芳', '时间:5月1日—5月31日']);
    const all = JSON.stringify(eventsOf(anOffice()));
    for (const word of ['场地已定', '会场装修', '天气', '展出作品', 'local:test']) expect(all).not.toContain(word);
  });

  it('of one person are their own', () => {
    expect(titles(anOffice(), 'u2').every((line) => /#(?:2|4) /.test(line))).toBe(true);
    expect(titles(anOffice(), 'u3')).toEqual([]);
  });

  it('keep their UID and rise with every change of their task alone', () => {
    const before = eventsOf(anOffice());
    const history = [change('c1', 2, '2026-05-10'), change('c2', 2, '2026-05-11'), change('c3', 1, '2026-05-11')];
    const after = eventsOf(anOffice({ history }));
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    const of = (number: number) => after.find(({ uid }) => uid.startsWith(`task-${number}@`));
    expect([of(2)?.sequence, of(2)?.changed]).toEqual([2, instant('2026-05-11')]);
    expect([of(1)?.sequence, of(6)?.sequence, of(6)?.changed]).toEqual([1, 0, instant('2026-04-06')]);
  });

  it('are of another group under other UIDs', () => {
    const uids = new Set(eventsOf(anOffice()).map(({ uid }) => uid));
    expect(eventsOf(anOffice({ id: 'local:other' })).some(({ uid }) => uids.has(uid))).toBe(false);
  });

  it('of a plan of thousands of weekly tasks are those nearest to today', () => {
    const tasks = Array.from({ length: 200 }, (_, index) =>
      aTask({ number: index + 1, schedule: aSchedule({ freq: 'weekly' }) }),
    );
    const events = eventsOf(aWorkspace({ tasks }));
    expect(events).toHaveLength(3_000);
    expect(events.every(({ day }) => day > '2026-03-20' && day < '2026-07-05')).toBe(true);
  });
});
