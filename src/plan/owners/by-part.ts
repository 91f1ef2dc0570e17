import { shadowOf } from '../text/shadow.ts';
import { isOffice, isPerson, namesIn } from './names-in.ts';
import { NO_PERSON, type OwnerRole, PART_OF_NAME, POST } from './owner-words.ts';

/** Names with what they are to the item. */
export interface NamesInRole {
  role: OwnerRole;
  names: string[];
}

/** A person, and no word that only begins like one (单位, 林长). */
export const isSurelyPerson = (name: string): boolean => isPerson(name) && !NO_PERSON.test(shadowOf(name));
export const isPost = (name: string): boolean => POST.test(shadowOf(name));

/** What a stretch of a list ends with, and the stretch without it; undefined when it says nothing of its part. */
const partOf = (words: string): { role: OwnerRole; rest: string } | undefined => {
  const shadow = shadowOf(words);
  for (const [role, ending] of PART_OF_NAME) {
    const found = ending.exec(shadow);
    if (found && found.index > 0) return { role, rest: words.slice(0, found.index) };
  }
  return undefined;
};

/** 办公室牵头 | 人事科、财务科配合: the clauses of a list of offices, cut outside brackets. */
const clausesOf = (list: string): string[] => {
  const shadow = shadowOf(list);
  const clauses: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < shadow.length; at++) {
    const unit = shadow.charAt(at);
    if (unit === '(') depth++;
    if (unit === ')') depth--;
    if (depth > 0 || !/[,;]/u.test(unit)) continue;
    clauses.push(list.slice(from, at));
    from = at + 1;
  }
  return [...clauses, list.slice(from)];
};

/** The names behind a label, each in the part it is given: 责任单位:县教育局(牵头)、县财政局(配合). */
export const byPart = (role: OwnerRole, list: string): NamesInRole[] => {
  if (role === 'leaders' || role === 'responsible') return [{ role, names: namesIn(list) }];
  return clausesOf(list).flatMap((clause) => {
    const whole = partOf(clause.trim());
    if (whole && !clause.trim().endsWith(')') && !clause.trim().endsWith('）')) {
      const names = namesIn(whole.rest);
      if (names.length > 0 && names.every(isOffice)) return [{ role: whole.role, names }];
    }
    return namesIn(clause).map((name) => {
      const part = partOf(name);
      return part && isOffice(part.rest) ? { role: part.role, names: [part.rest] } : { role, names: [name] };
    });
  });
};

/** The names behind a label that asks for both: 责任单位及责任人:办公室 王立新. */
export const byKind = (list: string): NamesInRole[] => {
  const names = namesIn(list.replace(/[()（）]/gu, '、'));
  const people = names.filter((name) => isSurelyPerson(name) || isPost(name));
  return [
    { role: 'responsible', names: people },
    { role: 'units', names: names.filter((name) => !people.includes(name)) },
  ];
};
