import { isListOfNames } from '../owners/names-in.ts';
import { shadowOf } from '../text/shadow.ts';

/** What a cell says by its own form, whatever stands at the head of its column. */
export type CellKind = 'time' | 'names' | 'words';

const LONGEST_TIME = 24;
/** Nothing but words of time: 2026年11月30日, 6月底前, 每季度, 长期坚持, 2022/12/31, 5月、11月. */
const TIME =
  /^(?:(?:[\d〇零一二三四五六七八九十两]{1,4}|每|各|全|上|下|前|后|第|本|当|次|贯穿|长期|常年|常态|持续|适时|即时|随时|不定期|定期|立行立改|立即|春|夏|秋|冬|寒|暑|元旦|春节|五一|国庆|年|按).{0,23})$/u;
const LETTERS_OF_TIME =
  /[\d〇零一二三四五六七八九十两年月日号旬上中下初底末前后之内至到起止完成第每各半全季度周学期天个份长常态化久持续推进坚贯穿适时即随不定立行改始终开月左右寒暑假春夏秋冬节元旦五国庆本当次按.,、;:\-/~()\s]/gu;
const SAYS_WHEN = /[年月日号旬周季天假节期时]|\d[./-]\d|长期|持续|贯穿|立行|立即|始终/u;

/** (1)2月: the number of the measure the time is for. */
const MARK_OF_TIME = /^(?:\(\d{1,2}\)|[①-⑳]) ?/u;

/** A time that is still to be set. */
const UNSET = /^(?:择机|择期|适时|另定|待定|机动)$/u;
/** A cell of a column of times. */
export const isTimeCell = (cell: string): boolean => {
  if (cell.length > LONGEST_TIME) return false;
  if (UNSET.test(shadowOf(cell))) return true;
  const shadow = shadowOf(cell).replace(MARK_OF_TIME, '');
  return TIME.test(shadow) && SAYS_WHEN.test(shadow) && shadow.replace(LETTERS_OF_TIME, '') === '';
};

export const kindOfCell = (cell: string): CellKind => {
  if (isTimeCell(cell)) return 'time';
  return isListOfNames(cell) ? 'names' : 'words';
};

/** The number at the head of a row: 1, 01, 1., (1), 一; undefined for any other cell. */
export const ordinalOfCell = (cell: string): number | undefined => {
  const digits = /^\(?(\d{1,3})\)?[.、]?$/u.exec(shadowOf(cell.slice(0, 8)))?.[1];
  return digits === undefined || cell.length > 6 ? undefined : Number(digits);
};

/** 一 or (二) in the column of numbers. */
export const isChineseNumber = (cell: string): boolean =>
  cell.length <= 6 && /^\(?[一二三四五六七八九十]{1,3}\)?[、.]?$/u.test(shadowOf(cell));

/** What closes a table: a total, a remark, who filled it in, the page around it. */
export const endsTable = (cell: string): boolean =>
  /^(?:【(?:收藏|打印|关闭|分享|返回)|[上下]一[条篇页]|版权所有|技术支持|扫一扫|抄送|附件?:)|^(?:合 ?计|总 ?计|小 ?计|共 ?计)(?:[: ]|$)|^(?:说明|备注|附注)$|^(?:备? ?注|附注|说明|填表说明|填表|填报|制表|编制|审核|审批|批准|复核)(?:人|单位|时间|日期|部门)? ?\d?:/u.test(
    shadowOf(cell.slice(0, 16)),
  );

/** 一、 (一) 第一部分: the name of a section written across the table. */
export const hasSectionMark = (cell: string): boolean =>
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\( ?[一二三四五六七八九十]{1,3} ?\)|第[一二三四五六七八九十\d]{1,3}(?:部分|章|类))/u.test(
    shadowOf(cell.slice(0, 12)),
  );

/** A page's number between two rows: —第 1 页 共 2 页—, - 3 -. A bare number is none; it may open a row. */
export const isPageCell = (cell: string): boolean =>
  cell.length < 30 &&
  /^[-—–\s]*第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?[-—–\s]*$|^[-—–]+\s*\d{1,3}\s*[-—–]+$|^\d{1,3}\s*\/\s*\d{1,3}\s*页$/u.test(
    cell,
  );
