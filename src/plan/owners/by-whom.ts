import { type Shadow, shadowOf } from '../text/shadow.ts';
import { isSurelyPerson, type NamesInRole } from './by-part.ts';
import { isOfficeOfOwner, namesIn } from './names-in.ts';
import { TITLE_BEFORE_NAME } from './owner-words.ts';

const WITH = '(?:[,;、 ](?<with>[\\p{Script=Han}、]{2,40}?)(?:协助|参与)?(?:配合|协助|协办)(?!的))?';
/** 由办公室牵头,人事科配合,制定方案. */
const BY_WHOM = new RegExp(
  `由(?<who>[\\p{Script=Han}、]{2,30}?)(?:牵头|负责|主办|承办)(?!的|人)(?:[\\p{Script=Han}]{0,6}${WITH})?`,
  'gu',
);
/** The same without 由, as a clause of its own: ,办公室牵头,各科室配合。 */
const WHO_DOES = new RegExp(
  `(?<=^|[,。;\\n])(?!明确|落实|发挥|充分|依托|督促|指导各|协调|强化|坚持|形成|实行|做到)(?<who>(?:(?!由)[\\p{Script=Han}、]){2,24}?)(?:牵头|负责)(?:落实|组织实施|实施|完成)?${WITH}(?:落实|实施|完成)?(?=[,。;\\n]|$)`,
  'gu',
);

/** 副院长王明 → 王明; a name alone stays. */
const withoutTitle = (name: string): string => {
  const title = TITLE_BEFORE_NAME.exec(shadowOf(name))?.[0] ?? '';
  const rest = name.slice(title.length);
  return title !== '' && isSurelyPerson(rest) ? rest : name;
};

type Placed = NamesInRole & { from: number; to: number };

/** Who does it as a sentence says it, with where it says so. */
export const byWhom = (text: string, shadow: Shadow): Placed[] =>
  [...shadow.matchAll(BY_WHOM), ...shadow.matchAll(WHO_DOES)].flatMap((found): Placed[] => {
    const place = { from: found.index, to: found.index + found[0].length };
    const said = (name: string): string[] => {
      const words = found.groups?.[name] ?? '';
      const at = words === '' ? -1 : found[0].indexOf(words);
      return at < 0 ? [] : namesIn(text.slice(found.index + at, found.index + at + words.length));
    };
    const who = said('who').map(withoutTitle);
    if (who.length === 0) return [];
    const others = said('with');
    const helping: Placed[] =
      others.length > 0 && others.every(isOfficeOfOwner) ? [{ ...place, role: 'supportingUnits', names: others }] : [];
    if (who.every(isOfficeOfOwner)) return [{ ...place, role: 'units', names: who }, ...helping];
    return who.every(isSurelyPerson) ? [{ ...place, role: 'leaders', names: who }, ...helping] : [];
  });
