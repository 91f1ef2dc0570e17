import { expect, it } from 'vitest';
import { headingNumber, sectionsNumbered, sectionsOf } from '../../src/workspace/section-choice.ts';
import { aTask } from '../builders/task.ts';

it.each([
  ['三、服务职工', 3],
  ['(三)服务职工', 3],
  ['（十二）服务职工', 12],
  ['第三部分 服务职工', 3],
  ['第二十章 服务职工', 20],
  ['十、服务职工', 10],
  ['3. 服务职工', 3],
  ['３．服务职工', 3],
  ['三八节活动', undefined],
  ['2026年重点工作', undefined],
  ['服务职工', undefined],
  ['', undefined],
])('the number of %j is %s', (heading, number) => {
  expect(headingNumber(heading)).toBe(number);
});

it('sections are the outermost headings, in the order of the plan', () => {
  const tasks = [['二、乙', '(一)丙'], ['二、乙'], [], ['一、甲']].map((section) => aTask({ section }));
  expect(sectionsOf(tasks)).toEqual(['二、乙', '一、甲']);
});

it.each([
  ['by its own number', ['总体要求', '一、甲', '二、乙'], 2, ['二、乙']],
  ['by its place', ['甲', '乙', '丙'], 2, ['乙']],
  ['none', ['甲'], 2, []],
  ['two of the same number', ['一、甲', '一、乙'], 1, ['一、甲', '一、乙']],
])('a section is found %s', (_, sections, index, found) => {
  expect(sectionsNumbered(sections, index)).toEqual(found);
});
