import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { readDocument, readPasted, stopReading } from '../../src/documents/read-document.ts';
import { readPlanText } from '../../src/plan/read-plan-text.ts';
import { zipOf } from '../builders/zip.ts';
import { HOSTILE_FILES, HOSTILE_TEXTS } from './hostile-documents.ts';

const OPTIONS = { year: 2026, today: '2026-03-02' };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Too long to be read on the spot. */
const LONG_PLAN = `一、组织建设\n${Array.from({ length: 180 }, (_, i) => `${i === 90 ? '二、民主管理\n' : ''}${(i % 90) + 1}. ${(i % 12) + 1}月走访第${i + 1}号车间的全体一线职工和困难职工家庭,了解生产生活情况,听取意见建议。责任单位:办公室\n`).join('')}`;
const refusal = (sentence: string) =>
  expect.objectContaining({ code: 'unreadable-document', message: expect.stringContaining(sentence) });
/** What came of reading: it was read, or refused with a sentence. */
const outcomeOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error) => `${error.code}: ${error.message}`,
  );
const SETTLED = /^(?:read$|unreadable-document: .*。$)/u;
/** A text that keeps a child busy for as long as a test needs it to be. */
const endless = (): Uint8Array => bytesOf('加强工作\n'.repeat(700_000));

/** Children of this process that are alive, as Linux tells them. */
const children = (): string[] =>
  readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);

describe('a document', () => {
  it('reads in a process of its own as it reads here', async () => {
    const here = readPlanText(LONG_PLAN, OPTIONS);
    expect(here.plans.flatMap(({ tasks }) => tasks)).toHaveLength(180);
    expect(await readPasted(LONG_PLAN, OPTIONS)).toEqual(here);
    const { plans, skipped } = await readDocument(bytesOf(LONG_PLAN), '工作计划.md', OPTIONS);
    expect(plans).toEqual(here.plans.map((plan) => ({ ...plan, title: '工作计划' })));
    expect(skipped).toEqual(here.skipped);
  });

  it('that is small and plain reads the same', async () => {
    const text = LONG_PLAN.split('\n').slice(0, 40).join('\n');
    expect(await readPasted(text, OPTIONS)).toEqual(readPlanText(text, OPTIONS));
  });

  it('is refused there with the sentence it is refused with here', async () => {
    const slides = zipOf([{ name: 'ppt/presentation.xml', data: '<p/>' }]);
    await expect(readDocument(slides, 'a.docx', OPTIONS)).rejects.toEqual(refusal('演示文稿'));
    await expect(readDocument(new Uint8Array(60_000_000).fill(49), 'a.txt', OPTIONS)).rejects.toEqual(refusal('10 MB'));
    await expect(readDocument(new Uint8Array(), 'a.txt', OPTIONS)).rejects.toEqual(refusal('空的'));
  });

  it('leaves no process behind, read or refused', async () => {
    const before = children().length;
    await readDocument(bytesOf(LONG_PLAN), 'a.txt', OPTIONS);
    await outcomeOf(readDocument(zipOf([]), 'a.docx', OPTIONS));
    await expect.poll(() => children().length).toBe(before);
  });
});

describe('stopping', () => {
  afterEach(() => stopReading());

  it('gives up what is read and what waits, and later documents are read again', async () => {
    const reading = [1, 2, 3, 4].map((n) => outcomeOf(readDocument(endless(), `${n}.txt`, OPTIONS)));
    await expect.poll(() => children().length).toBeGreaterThan(0);
    stopReading();
    expect(await Promise.all(reading)).toEqual(Array(4).fill(expect.stringContaining('重启')));
    await expect.poll(() => children().length).toBe(0);
    expect(await outcomeOf(readPasted(LONG_PLAN, OPTIONS))).toBe('read');
  });

  it('is not needed to turn away more than can wait', async () => {
    const reading = Array.from({ length: 14 }, (_, n) => outcomeOf(readDocument(endless(), `${n}.txt`, OPTIONS)));
    const first = await Promise.race(reading);
    expect(first).toContain('太多');
    stopReading();
    const outcomes = await Promise.all(reading);
    expect(outcomes.filter((outcome) => outcome.includes('太多'))).toHaveLength(4);
  });
});

describe.concurrent('a hostile document is read or refused in time', () => {
  it.each(HOSTILE_FILES)('%s', { timeout: 40_000 }, async (name, bytes) => {
    const outcome = await outcomeOf(readDocument(bytes(), name, OPTIONS));
    expect(outcome).toMatch(SETTLED);
    expect(outcome).not.toContain('出错');
  });

  it.each(HOSTILE_TEXTS)('1 MB of %s', { timeout: 40_000 }, async (_, text) => {
    const outcome = await outcomeOf(readPasted(text(), OPTIONS));
    expect(outcome).toMatch(SETTLED);
    expect(outcome).not.toContain('出错');
  });

  it('takes no file of this machine into its words', async () => {
    const secrets = HOSTILE_FILES.find(([name]) => name === 'secrets.docx')?.[1]() ?? new Uint8Array();
    await expect(readDocument(secrets, 'secrets.docx', OPTIONS)).rejects.toEqual(refusal('。'));
  });
});
