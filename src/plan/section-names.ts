import { LONGEST_HEADING } from './given-under.ts';
import { rankOf } from './outline/mark.ts';
import { type Node, wordsOf } from './outline/node.ts';
import { isKid, withoutTables } from './outline/node-kinds.ts';
import { quantitiesIn } from './quantities/quantities-in.ts';
import { kindOfHeading } from './sorting/heading-words.ts';
import { leadsOn } from './sorting/remarks.ts';
import { beginsWithMonth, monthLabel } from './time/time-of.ts';

/** An item that only names what is attached or follows. */
const NAMES_A_TABLE =
  /^.{0,40}(?:安排表|计划表|一览表|分解表|见附件|见附表|详见附件.{0,12}|(?:安排|计划|内容|措施)如下):?$/u;
/** 工作要求, 注意事项: what stands under it is how, and where nothing does it is a heading all the same. */
const NAMES_DEMANDS = /^(?:工作|有关|几点|活动|具体|相关|总体|其他)?(?:要求|注意事项|说明):?$/u;
const LONGEST_BARE_HEADING = 12;
/** The name of a section with nothing under it. */
export const isOnlyName = (shadow: string): boolean =>
  NAMES_A_TABLE.test(shadow) ||
  NAMES_DEMANDS.test(shadow.replace(/^[(（]?[一二三四五六七八九十]{1,3}[)）、.] ?/u, '')) ||
  (shadow.length <= LONGEST_BARE_HEADING &&
    ['aims', 'introduction', 'problems'].includes(kindOfHeading(shadow)) &&
    !MAKES_IT.test(shadow));
/** 谋划明年工作思路, 明确工作目标: the aims themselves are to be made. */
const MAKES_IT = /^(?:谋划|制[定订]|研究|编制|拟[定订]|明确|起草|理清|厘清|提出|确定|形成|分解|落实)/u;

/** 一、 and (一) alone on a line name a section; 1、 alone on a line is the first line of its item. */
export const namesSection = (node: Node, shadow: string): boolean =>
  shadow.length <= LONGEST_HEADING && !/[;!?,]$|[。;](?=.)/u.test(shadow) && node.rank < rankOf('number');

/** Prose in front of a list leads to it; prose in front of headings, or with a list of its own, stands by itself. */
export const leadsTo = (prose: Node, kid: Node | undefined): boolean =>
  !prose.children.some(isKid) &&
  kid?.kind !== 'heading' &&
  !isDated(prose) &&
  (kid?.kind !== 'table' || !isDeed(prose));
/** 结对帮扶10户。 in front of a table: a whole sentence that says how much or by when leads to nothing. */
const isDeed = (prose: Node): boolean => {
  const { text, shadow } = wordsOf(prose);
  return (
    /[。;]$/u.test(shadow) &&
    (quantitiesIn(text, shadow, false).length > 0 || /(?:底|日|月)前|(?:定|安排)在/u.test(shadow))
  );
};
/** 三月份,组织…。 and 三月:组织… say what is done when; they lead to nothing. */
export const isDated = (prose: Node): boolean => {
  const { shadow } = wordsOf(prose);
  return (beginsWithMonth(shadow) && /[。;]$/u.test(shadow) && !leadsOn(shadow)) || monthLabel(shadow) > 0;
};

/** What leads to its table, or only names it. */
const LEADS_TO_TABLE = /(?:下表|附表|见表|如下|以下|:)[^。;]{0,12}[。:]?$/u;
/**
 * 13.…建立台账,做到件件有回音。 with a table behind it: an item of whole sentences is work of its own, and the rows stand beside
 * it. undefined for an item that leads to its table, and for one that has other items under it.
 */
export const withoutTheirTables = (node: Node): Node | undefined => {
  const { shadow } = wordsOf(node);
  const kids = node.children.filter(isKid);
  const isWhole =
    node.kind === 'item' && /[。](?=.)/u.test(shadow) && /。$/u.test(shadow) && !LEADS_TO_TABLE.test(shadow);
  return isWhole && kids.length > 0 && kids.every(({ kind }) => kind === 'table') ? withoutTables(node) : undefined;
};

/** - **把小事办好:** in front of bullets that were set in under it. */
export const leadsToBullets = (kid: Node, next: Node | undefined): boolean =>
  kid.span?.mark?.kind === 'bullet' &&
  next?.span?.mark?.kind === 'bullet' &&
  kid.children.length === 0 &&
  /\*\*[^。;*]*:\*\*$/u.test(kid.span.shadow);

/** 三、特色创建 with nothing under it, where 一、 and 二、 are names of sections: a page broke off, or a place kept free. */
export const isEmptySection = (kid: Node, siblings: readonly Node[], at: number): boolean => {
  const { shadow } = wordsOf(kid);
  const before = siblings.slice(Math.max(0, at - 2), at);
  return (
    kid.children.length === 0 &&
    kid.span?.mark?.kind === 'chinese' &&
    before.length === 2 &&
    before.every((one) => one.span?.mark?.kind === 'chinese' && one.children.length > 0) &&
    shadow.length <= LONGEST_EMPTY_SECTION &&
    !BEGINS_WITH_DEED.test(shadow) &&
    !/[。;!\d]|[月季]|年[底内]/u.test(shadow)
  );
};
const LONGEST_EMPTY_SECTION = 20;
/** 八、完成上级交办的其他任务, last of all sections, is to be done. */
const BEGINS_WITH_DEED = /^(?:完成|做好|落实|开展|组织|配合|协助|参加|承办)/u;
