import { shadowOf } from '../text/shadow.ts';
import { NOBODY, OFFICE_ENDING, PERSON, POST_BEFORE_NAME, REMARK_ON_LIST, TITLE_BEFORE_NAME } from './owner-words.ts';

/** An action that ends like an office: 评选优秀小组. */
const DOES =
  /^(?:评选|表彰|开展|举办|召开|建立|建设|加强|完善|成立|组建|创建|走访|慰问|参观|打造|推进|做好|组织(?!部|科|处|人事|宣传|股|室|委|\p{Script=Han}{1,4}(?:部|科|处|股|室|办)$)|培训(?!部|科|处|中心|股))/u;

/** No list of names is longer; text after that belongs to something else. */
const LONGEST_LIST = 400;

/** But for two-character surnames, which {@link isPerson} knows. */
const LONGEST_OF_PERSON = 3;

/** Cuts at separators outside brackets. */
const cut = (text: string): string[] => {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const character of text.slice(0, LONGEST_LIST)) {
    const plain = shadowOf(character);
    if (plain === '(') depth++;
    if (plain === ')') depth--;
    if (depth <= 0 && /[、,;/|\s。]/u.test(plain)) {
      pieces.push(piece);
      piece = '';
    } else piece += character;
  }
  return [...pieces, piece].map((name) => name.trim()).filter((name) => name !== '');
};

/** `王 伟`: a surname set apart from a one-character name to fill three columns. */
const rejoin = (pieces: string[]): string[] => {
  const names: string[] = [];
  for (const piece of pieces) {
    const last = names.at(-1);
    if (last !== undefined && [...last].length === 1 && [...piece].length <= 2) names[names.length - 1] = last + piece;
    else names.push(piece);
  }
  return names;
};

/** `办公室和组织部` is two names, `发展和改革局` one: it is a joint only behind a whole name. */
const unjoin = (name: string): string[] => {
  const joint = /[和及与]/u.exec(name);
  if (!joint) return [name];
  const [left, right] = [name.slice(0, joint.index), name.slice(joint.index + 1)];
  if (!OFFICE_ENDING.test(shadowOf(left)) || right === '') return [name];
  return [left, ...unjoin(right)];
};

/** 1.办公室, ①办公室: a list numbered inside its line. */
const NUMBERED = /^(?:\d{1,2}[.、)]|[①-⑳])\s*/u;

/** Behind a post a short word is a name, whatever its surname: 副局长 滕建平. Another post or an office is none. */
const isNameBehindPost = (name: string): boolean =>
  isPerson(name) || (name.length <= LONGEST_OF_PERSON && !isOffice(name) && !TITLE_BEFORE_NAME.test(shadowOf(name)));

/** 组织委员 陈芳 is one person with the post in front; 宣传部 刘倩 an office and a person. */
const withoutPosts = (text: string): string => {
  const posts = [...shadowOf(text).matchAll(POST_BEFORE_NAME)].filter(([, , name = '']) =>
    isNameBehindPost(name.replaceAll(' ', '')),
  );
  return posts.reduceRight((rest, { index, 0: whole, 1: before = '', 2: name = '' }) => {
    const end = index + whole.length;
    return rest.slice(0, index + before.length) + rest.slice(end - name.length);
  }, text);
};

/** 主席高秀云: the same with nothing between. */
const withoutGluedPost = (name: string): string => {
  const post = TITLE_BEFORE_NAME.exec(shadowOf(name))?.[0].length ?? 0;
  const rest = name.slice(post);
  return post > 0 && rest.length <= LONGEST_OF_PERSON && isPerson(rest) ? rest : name;
};
/** 林晓(工会副主席): a person with the post behind. */
const POST_BEHIND =
  /^(\p{Script=Han}{2,4}) ?\([^()]{0,12}(?:书记|主席|主任|院长|校长|局长|部长|科长|处长|股长|组长|经理|委员|干事|会长|厂长|站长|专干|助理)\)$/u;
const withoutPostBehind = (name: string): string => {
  const person = POST_BEHIND.exec(shadowOf(name))?.[1]?.length ?? 0;
  return person > 0 && isPerson(name.slice(0, person)) ? name.slice(0, person) : name;
};
/** The names of a list as written: by 、 , / spaces and line breaks. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    rejoin(cut(withoutPosts(text.replace(REMARK_ON_LIST, ''))))
      .map((name) => name.replace(NUMBERED, ''))
      .flatMap(unjoin)
      .map(withoutGluedPost)
      .map(withoutPostBehind)
      .filter((name) => !NOBODY.has(shadowOf(name))),
  ),
];

/** 全体党员, 各小组组长: who answers where nobody does alone. */
const EVERYBODY =
  /^(?:全体|各)\p{Script=Han}{0,6}(?:党员|团员|干部|职工|教师|教工|员工|会员|成员|人员|委员|组长|负责人)$/u;

/** 纪检委员, 党小组组长: who answers by the post in a branch or a union. */
const POST =
  /^(?:纪检|组织|宣传|生活|学习|青年|女工|文体|文娱|体育|经审|劳保|统战|群工|保密|党小组|支部|总支|工会|分会|团支部|女工委)(?:副)?(?:委员|书记|主席|主任|组长|干事|会长)$/u;

/** Nothing but names of people and offices, as on a line of its own under an owner line. */
export const isListOfNames = (text: string): boolean => {
  if (text.length > 40) return false;
  const names = namesIn(text);
  return names.length > 0 && names.every((name) => isOffice(name) || isPerson(name) || isWho(shadowOf(name)));
};

const isWho = (shadow: string): boolean => EVERYBODY.test(shadow) || POST.test(shadow);

export const isOffice = (name: string): boolean => {
  const shadow = shadowOf(name);
  return shadow.length <= 20 && OFFICE_ENDING.test(shadow) && !DOES.test(shadow);
};
export const isPerson = (name: string): boolean => [...name].length <= 12 && PERSON.test(shadowOf(name));
/** Only offices a plan can name without a label; 会 and 站 end too many other words. */
export const isOfficeOfOwner = (name: string): boolean =>
  isOffice(name) && /(?:部|科|室|办|处|局|股|中心|团委|工会|妇联)$/u.test(shadowOf(name));
