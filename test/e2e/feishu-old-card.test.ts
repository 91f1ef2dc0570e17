import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/date.ts';
import { type Office, openOffice, PLAN } from './feishu-office.ts';

const GROUP = 'oc_oldcards';
let office: Office;
let card: string;

const click = (label: string) => office.fake.click(label, { chat: GROUP, messageId: card });
const cardText = () => office.fake.sentTo(GROUP).find(({ messageId }) => messageId === card)?.text ?? '';
/** How many messages of the group hold these words. */
const saying = (words: string) => office.fake.sentTo(GROUP).filter(({ text }) => text.includes(words)).length;
const laterOn = async (day: string) => {
  await office.end('SIGTERM');
  await office.start(instantAt(day, '10:00'));
};

/** Feishu changes a card for 14 days after it was sent (platform document, Card JSON 2.0). */
describe('a card of the group', () => {
  beforeEach(async () => {
    office = await openOffice(instantAt('2026-05-12', '10:00'));
    await office.fake.ask(PLAN, { chat: GROUP });
    await office.fake.ask('确认导入', { chat: GROUP });
    card = (await office.fake.ask('1', { chat: GROUP })).messageId;
  });
  afterEach(() => office.close());

  it('is changed in place by a click while it is young', async () => {
    await laterOn('2026-05-25');
    await click('办结');
    const receipt = await office.fake.waitFor(({ text }) => text.includes('办结 #1'));
    expect(cardText()).toContain('✅');
    expect(receipt.text).not.toContain('责任单位');
    expect(saying('办结 #1')).toBe(1);
  });

  it('is sent anew, behind the receipt, when it is older than 14 days', async () => {
    await laterOn('2026-05-27');
    await click('办结');
    const receipt = await office.fake.waitFor(({ text }) => text.includes('办结 #1'));
    expect(cardText()).not.toContain('✅');
    expect(receipt.text).toMatch(/未办结 → ✅[\s\S]*#1[\s\S]*责任单位/u);
    expect(receipt.buttons.map(({ label }) => label)).toContain('记录');
    expect(saying('办结 #1')).toBe(1);
  });

  it('keeps its age when it was changed in between', async () => {
    await laterOn('2026-05-20');
    await click('办结');
    await office.fake.waitFor(({ text }) => text.includes('办结 #1'));
    await laterOn('2026-05-27');
    await click('记录');
    await office.fake.waitFor(({ text }) => text.includes('记录 1'));
    expect(saying('记录 1')).toBe(1);
  });
});
