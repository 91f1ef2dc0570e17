import { DIGEST_NAMES } from '../../../cards/digest-names.ts';

const DIGESTS = Object.values(DIGEST_NAMES).join('|');
const SHOWS = new RegExp(
  `^(?:查看|看看|看|显示|修改|更改|调整)? ?(?:本群|群|当前|现在的?|${DIGESTS}|提醒|办结|导入|权限)?的?(?:设置|设定)(?:情况|列表)? ?(?:${DIGESTS}|提醒|办结|导入|权限|临期|灯)?$`,
);
const WHO_MAY =
  /^(?:谁|哪些人|什么人)(?:能|可以|有权|能够)(?:办结|导入|完成|改设置|修改设置|设置)(?:任务|计划)?[?呢]?$/;
const RIGHTS = /^(?:查看|看看|看)? ?(?:本群|群)?的?(?:办结|导入|设置)?的?权限(?:设置|情况|是什么)?[?]?$/;

/** 设置, 群设置, 办结权限, 谁能办结?: what asks for the group's settings, and sets nothing. */
export const asksForSettings = (text: string): boolean => SHOWS.test(text) || WHO_MAY.test(text) || RIGHTS.test(text);
