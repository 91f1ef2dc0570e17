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
  ['启动评估自查,由馆长刘建新牵头', { leaders: ['刘建新'] }],
  ['责任人:彭晓东 (二)维权服务 1、开展慰问', { leaders: ['彭晓东'] }],
  ['责任人:何洁,新的一年,让我们以昂扬的姿态努力奋斗', { leaders: ['何洁'] }],
  ['责任单位:1.办公室 2.组织部', { units: ['办公室', '组织部'] }],
  ['责任单位:办公室 市应急管理局安全生产执法支队', { units: ['办公室', '市应急管理局安全生产执法支队'] }],
  ['责任人:组织委员 陈芳', { leaders: ['陈芳'] }],
  ['责任单位:组织宣教部(牵头)、办公室(配合)', { units: ['组织宣教部'], supportingUnits: ['办公室'] }],
  ['责任人:林晓(工会副主席)、周敏', { leaders: ['林晓', '周敏'] }],
  ['责任领导:四级调研员 汪慧', { leaders: ['汪慧'] }],
  ['责任领导:副主席 孙 蓓', { leaders: ['孙蓓'] }],
  ['责任领导:副局长 滕建平', { leaders: ['滕建平'] }],
  ['责任领导:局长 副局长', { leaders: ['局长', '副局长'] }],
  ['责任领导:主席高秀云', { leaders: ['高秀云'] }],
  ['責任人:組織委員 陳芳、出納 高潔', { leaders: ['陳芳', '高潔'] }],
  ['责任领导:工会主席 李明 经审委主任 周建', { leaders: ['李明', '周建'] }],
  ['责任单位及责任人:宣传部 刘倩', { leaders: ['刘倩'], units: ['宣传部'] }],
  ['责任科室:基层科,完成时限:10月', { units: ['基层科'] }],
  ['牵头单位:区发改局责任单位:各街道,区直部门', { units: ['区发改局', '各街道', '区直部门'] }],
  ['责任领导:王立新责任部门:宣教部完成时限:6月底', { leaders: ['王立新'], units: ['宣教部'] }],
  ['【责任科室】护理部 【责任人】张三', { leaders: ['张三'], units: ['护理部'] }],
  ['(办公室牵头,人事科、财务科配合)', { units: ['办公室'], supportingUnits: ['人事科', '财务科'] }],
  ['更新公众号(宣传部)', { units: ['宣传部'] }],
  ['由办公室牵头,制定方案', { units: ['办公室'] }],
  ['责任单位:发展和改革局、办公室和组织部', { units: ['发展和改革局', '办公室', '组织部'] }],
  ['责任单位:综合科(党建、人事)、后勤科', { units: ['综合科(党建、人事)', '后勤科'] }],
  // Parts and remarks behind a name.
  [
    '责任单位:区住建局(牵头)、区财政局、区城管局(配合)',
    { units: ['区住建局', '区财政局'], supportingUnits: ['区城管局'] },
  ],
  ['责任单位:区住建局(首位为牵头单位,下同)、区财政局', { units: ['区住建局', '区财政局'] }],
  ['责任单位:办公室牵头,人事科、财务科配合', { units: ['办公室'], supportingUnits: ['人事科', '财务科'] }],
  ['责任单位:1.办公室 2.人事科', { units: ['办公室', '人事科'] }],
  ['责任单位:办公室,5月底前完成', { units: ['办公室'] }],
  ['[责任部门:办公室]', { units: ['办公室'] }],
  ['责任部室:办公室、组织宣传部', { units: ['办公室', '组织宣传部'] }],
  // Labels that ask for both.
  ['责任单位及责任人:办公室 王立新', { leaders: ['王立新'], units: ['办公室'] }],
  ['责任单位(责任人):办公室(王立新)', { leaders: ['王立新'], units: ['办公室'] }],
  // Shorter labels.
  ['主办:校工会 承办:体育部 协办:团委', { units: ['校工会', '体育部'], supportingUnits: ['团委'] }],
  ['分管副院长:王立新;责任科室:医务科', { leaders: ['王立新'], units: ['医务科'] }],
  ['主抓领导:王立新', { leaders: ['王立新'] }],
  ['总负责:王立新', { leaders: ['王立新'] }],
  ['组织实施:办公室', { units: ['办公室'] }],
  ['开会(责任人 周敏)', { leaders: ['周敏'] }],
  // In a sentence.
  ['由办公室牵头,人事科、财务科配合,9月底前完成', { units: ['办公室'], supportingUnits: ['人事科', '财务科'] }],
  ['修订办法,由周敏负责', { leaders: ['周敏'] }],
  ['由副院长周敏牵头推进', { leaders: ['周敏'] }],
  ['修订办法,办公室牵头,各科室配合。', { units: ['办公室'], supportingUnits: ['各科室'] }],
  // In a bracket.
  ['开会(由办公室负责)', { units: ['办公室'] }],
  ['开会(组织委员负责)', { leaders: ['组织委员'] }],
  ['开会(校工会,5月)', { units: ['校工会'] }],
  ['開會(5月 總務處)', { units: ['總務處'] }],
  ['責任部門:權益部;配合部門:人力資源部', { units: ['權益部'], supportingUnits: ['人力資源部'] }],
];

const NOT_OWNERS: readonly string[] = [
  '把责任单位落实到位',
  '参加卫生监督所牵头的联合检查',
  '修订协商文本(4月)',
  '由区人民法院指派专人',
  '加强责任人培训',
  '配合单位做好核酸检测',
  '由专人负责登记',
  '由林长负责巡查',
  '由单位负责人签字',
  '办公室负责日常工作',
  '明确各科室负责',
  '开会(5月)',
];

describe('who does it', () => {
  it.each(NAMED)('%s', (text, owners) => expect(read(text)).toEqual({ ...NOBODY, ...owners }));
});

describe('words of owners that name nobody', () => {
  it.each(NOT_OWNERS)('%s', (text) => expect(read(text)).toEqual(NOBODY));
});
