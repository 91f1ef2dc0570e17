import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import { upgraded } from '../../src/workspace/upgrade.ts';
import { instant } from '../builders/acting.ts';
import { aTask } from '../builders/task.ts';
import { aPlan, aWorkspace } from '../builders/workspace.ts';

const {
  plan: _plan,
  carriedFrom: _carried,
  ...unplanned
} = {
  ...aTask({ number: 1 }),
  closings: [{ period: null, late: false, by: 'u1', at: 1 }],
};
const closing = { period: null, late: false, check: null, by: 'u1', at: 1 };
const { weekly, monthly, lights } = DEFAULT_SETTINGS;
const byHand = { ...unplanned, number: 2, addedAt: unplanned.addedAt + 1 };

describe('a workspace of format 1', () => {
  const added = { on: { kind: 'task', number: 1 }, field: null, before: null, after: unplanned };
  const edit = {
    on: { kind: 'task', number: 1 },
    field: 'cancelled',
    before: null,
    after: { reason: '', by: 'u1', at: 1 },
  };
  const stored = {
    ...aWorkspace({ plans: [aPlan()] }),
    format: 1,
    leaves: undefined,
    owner: undefined,
    settings: { weekly, monthly, lights },
    tasks: [unplanned, byHand],
    history: [{ id: 'c1', edits: [added, edit] }],
    imports: [
      { id: 'i1', reading: { plans: [], skipped: [] }, settled: { as: 'confirmed', by: 'u1', at: 1 } },
      { id: 'i2', reading: { plans: [], skipped: [{ text: '甲', reason: 'heading' }] }, settled: null },
    ],
  };

  it('keeps what an import that waits has read, and that it is of a plan', () => {
    expect(upgraded(stored)).toMatchObject({
      imports: [
        { id: 'i1', content: null },
        { id: 'i2', content: { kind: 'plan', reading: { skipped: [{ text: '甲' }] } }, settled: null },
      ],
    });
    expect(JSON.stringify(upgraded(stored))).not.toContain('"id":"i2","reading"');
  });

  it('learns which plan each task came with', () => {
    expect(upgraded(stored)).toMatchObject({
      format: 3,
      owner: null,
      tasks: [
        { number: 1, plan: 'p1' },
        { number: 2, plan: null },
      ],
    });
  });

  it('keeps the times it set, and sends the digests that are new at theirs', () => {
    const own = { on: true, day: 5, time: '17:00' };
    const { quarterly, halfyearly, yearly } = DEFAULT_SETTINGS;
    expect(upgraded({ ...stored, settings: { weekly: own, monthly, lights } })).toMatchObject({
      settings: { weekly: own, monthly, quarterly, halfyearly, yearly },
    });
  });

  it('is not owed the new digests of periods that ended before it was last used', () => {
    const digests = [{ slot: 'weekly:2026-W20', outcome: 'sent', at: instant('2026-05-11'), digest: null }];
    const at = instant('2026-05-11');
    expect(upgraded({ ...stored, ledger: { ...stored.ledger, digests } })).toMatchObject({
      ledger: {
        outbox: [],
        missesToTell: [],
        digests: [
          ...digests,
          { slot: 'quarterly:2026-Q1', outcome: 'missed', at, digest: null },
          { slot: 'halfyearly:2025-H2', outcome: 'missed', at, digest: null },
          { slot: 'yearly:2025', outcome: 'missed', at, digest: null },
        ],
      },
    });
    expect(upgraded({ ...stored, plans: [], history: [] })).toMatchObject({ ledger: stored.ledger });
  });

  it('keeps a history that still leads to the same tasks', () => {
    expect(upgraded(stored)).toMatchObject({
      history: [
        {
          id: 'c1',
          edits: [{ ...added, after: { ...unplanned, plan: 'p1', carriedFrom: [], closings: [closing] } }, edit],
        },
      ],
    });
  });
});

it('a workspace of format 2 keeps its digests as they are', () => {
  const digest = { format: 1, kind: 'weekly', chapters: [] };
  const record = { slot: 'weekly:2026-W20', outcome: 'sent' as const, at: instant('2026-05-11'), digest };
  const stored = { ...aWorkspace(), ledger: { ...aWorkspace().ledger, digests: [record] } };
  expect(upgraded({ ...stored, format: 2 })).toEqual(stored);
});

it.each([
  ['the present format', aWorkspace()],
  ['a newer one', { format: 99 }],
  ['no workspace', [{ format: 1 }]],
  ['nothing', null],
  ['a word', '1'],
])('%s is left as it is', (_, value) => {
  expect(upgraded(value)).toBe(value);
});
