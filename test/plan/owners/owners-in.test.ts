import { describe, expect, it } from 'vitest';
import { ownersIn } from '../../../src/plan/owners/owners-in.ts';
import type { Ownership } from '../../../src/plan/plan-draft.ts';
import { shadowOf } from '../../../src/plan/text/shadow.ts';

const NOBODY: Ownership = { leaders: [], units: [], supportingUnits: [], owners: [] };
const read = (text: string): Ownership => ownersIn(text, shadowOf(text));

const NAMED: ReadonlyArray<readonly [text: string, owners: Partial<Ownership>]> = [
  ['开会。\n责任领导:王立新;责任单位:办公室、宣教部', { leaders: ['王立新'], units: ['办公室', '宣教部'] }],
  ['开会。责任领导：王立新；责任单位：办公室。', { leaders: ['王立新'], units: ['办公室'] }],
  ['责任单位:办公室;配合单位:组织部、各镇工会', { units: ['办公室'], supportingUnits: ['组织部', '各镇工会'] }],
  ['责任领导:王立新\n何建国\n责任单位:办公室\n组织部', { leaders: ['王立新', '何建国'], units: ['办公室', '组织部'] }],
  ['责任人:王 伟', { leaders: ['王伟'] }],
  ['责任领导:王立新;责任人:周敏', { leaders: ['王立新'], owners: ['周敏'] }],
  ['负责人:李四 责任单位:办公室', { leaders: ['李四'], units: ['办公室'] }],
  ['牵头单位:教务处 责任领导:张明', { leaders: ['张明'], units: ['教务处'] }],
  ['牵头单位:县工信局;责任单位:县科技局,各乡镇', { units: ['县工信局', '县科技局', '各乡镇'] }],
  ['责任科室:基层科,完成时限:10月', { units: ['基层科'] }],
  ['【责任科室】护理部 【责任人】张三', { leaders: ['张三'], units: ['护理部'] }],
  ['(办公室牵头,人事科、财务科配合)', { units: ['办公室'], supportingUnits: ['人事科', '财务科'] }],
  ['更新公众号(宣传部)', { units: ['宣传部'] }],
  ['由办公室牵头,制定方案', { units: ['办公室'] }],
  ['责任单位:发展和改革局、办公室和组织部', { units: ['发展和改革局', '办公室', '组织部'] }],
  ['责任单位:综合科(党建、人事)、后勤科', { units: ['综合科(党建、人事)', '后勤科'] }],
  ['責任部門:權益部;配合部門:人力資源部', { units: ['權益部'], supportingUnits: ['人力資源部'] }],
];

const NOT_OWNERS: readonly string[] = [
  '把责任单位落实到位',
  '参加卫生监督所牵头的联合检查',
  '修订协商文本(4月)',
  '由区人民法院指派专人',
  '加强责任人培训',
  '配合单位做好核酸检测',
];

describe('who does it', () => {
  it.each(NAMED)('%s', (text, owners) => expect(read(text)).toEqual({ ...NOBODY, ...owners }));
});

describe('words of owners that name nobody', () => {
  it.each(NOT_OWNERS)('%s', (text) => expect(read(text)).toEqual(NOBODY));
});
