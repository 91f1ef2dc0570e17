import { isOffice, isPerson } from '../../plan/owners/names-in.ts';
import { knownNames, memberOf, namesOf } from '../../workspace/people.ts';
import type { MemberId } from '../../workspace/task.ts';
import type { Context, Said } from '../command.ts';
import { rawFrom } from '../normalise.ts';
import { fieldAt, isRole, type Role } from './fields.ts';
import { readName, readPartOfUnit } from './names.ts';
import { longestFirst, skipSeparators, skipWords, wordAt } from './scan.ts';

/** Whom a message names for a task, by role, in the order said. */
export interface AssigneesSaid {
  names: Partial<Record<Role, string[]>>;
  /** Names nobody knows: neither the plan nor the group has them, and they are no unit's. */
  unknown: string[];
  /** A person where a unit was asked for, or the other way round. */
  misplaced: string[];
  /** 我, but the bot does not know what the speaker is called. */
  nameless: boolean;
  /** A word of doing it stood behind them: 李四负责. */
  hasVerb: boolean;
  /** Where the names end, and what is left that says something else. */
  end: number;
  rest: string;
  confirmed: boolean;
}

interface Found {
  name: string;
  kind: 'unit' | 'person';
  isKnown: boolean;
  end: number;
}

/** 全部, 内部 … end like a unit and are none. */
const NO_UNIT = /^(?:全部|内部|外部|干部|局部|各部|本部|到处|各处|好处|用处|教室|中心|现场|部门|科室|单位)$/;
const UNIT_ENDING =
  /(?:部|科|室|处|局|股|中心|委员会|工会|团委|妇联|支部|党委|纪委|公司|学院|站|所|队|社区|街道|车间|班组|小组|专班)$/;
/** Characters of sentences, in no name: 谁, 哪个部门, 不合适. */
const OF_SENTENCES = /[不是来说想要在的有个问去没这那谁哪什么也都很第请尽抓快吗了再把被还但]/;
const LIKE_A_NAME = /^[\p{Script=Han}·]{2,4}$/u;

const JOINTS = longestFirst('、 , 和 与 及 以及 还有').concat([' ']);
const LEADS = longestFirst('给 到 由 让 为 是 改为 改成 : ,').concat([' ']);
const VERBS = longestFirst(
  '负责 负责牵头 牵头负责 牵头 主办 承办 主抓 来负责 来牵头 负责落实 负责办理 办理 经办 来办 去办 来做 去做 来抓 来管',
);
const SUPPORTS = longestFirst('配合 协办 协助 参与 参加');
/** They ask for it to be done, and say nothing else. */
const SOFT =
  /^(?:[ ,。!、;]|请|尽快|抓紧|及时|按时|按期|认真|落实|办理|跟进|处理|推进|执行|办好|做好|完成|组织实施|实施|办|做|来|去|一下|同志|老师|辛苦|吧|了)+$/;
const CONFIRMED = / ?确认$/;

/** What a chat user is called in the plan: by a name of theirs that stands in it, else one they bound, else the platform's. */
export const planNameOf = (id: MemberId, { workspace }: Context, called: string | null = null): string | undefined => {
  const { people, units } = knownNames(workspace);
  const names = namesOf(workspace, id);
  const person = names.find((name) => people.includes(name)) ?? names.find((name) => !units.includes(name));
  return person ?? memberOf(workspace, id)?.name ?? called ?? undefined;
};

/** A name the plan or the group knows, or a chat user who was @-ed. */
const knownAt = (text: string, at: number, said: Said, context: Context): Found | undefined => {
  const rest = text.slice(at);
  const found = readName(rest, said, context.workspace);
  const part = found ? undefined : readPartOfUnit(rest, context.workspace);
  // 保障部 stands for 权益保障部; 女职工 for nothing.
  const isPart = part !== undefined && isOffice(part.said);
  const read = found ?? (isPart ? part : undefined);
  if (!read) return undefined;
  const end = at + read.length;
  if (read.filter.kind === 'member') {
    const { id } = read.filter;
    const name = planNameOf(id, context, said.message.mentions.find((mention) => mention.id === id)?.name ?? null);
    return name === undefined ? undefined : { name, kind: 'person', isKnown: true, end };
  }
  const name = read.filter.kind === 'name' ? read.filter.name : '';
  const { units } = knownNames(context.workspace);
  return { name, kind: units.includes(name) ? 'unit' : 'person', isKnown: true, end };
};

/** A run of characters that may be a name nobody knows. Only a person's or a unit's own look counts behind a first name. */
const unknownAt = (text: string, at: number, said: Said, isFirst: boolean): Found | undefined => {
  const run = /^@?[\p{Script=Han}·A-Za-z0-9]{1,20}/u.exec(text.slice(at))?.[0] ?? '';
  const isAt = run.startsWith('@');
  const words = run.replace(/(?:来|负责|牵头|主办|承办|配合|协办|落实|办理|跟进|处理)+$/u, '');
  const joint = /^.{2,}?(?=[和与及].{2,})/u.exec(words)?.[0] ?? words;
  const plain = isAt ? joint.slice(1) : joint;
  const end = at + joint.length;
  if (plain.length < 2 || NO_UNIT.test(plain) || (OF_SENTENCES.test(plain) && !isAt)) return undefined;
  const name = rawFrom(said, at + (isAt ? 1 : 0), end);
  if (UNIT_ENDING.test(plain) && isOffice(plain)) return { name, kind: 'unit', isKnown: true, end };
  const isName = isAt || isPerson(plain) || (isFirst && LIKE_A_NAME.test(plain));
  return isName ? { name, kind: 'person', isKnown: false, end } : undefined;
};

const selfAt = (text: string, at: number): number =>
  /^(?:我(?!们|部|处|科|局|办|室)|本人)/.exec(text.slice(at))?.[0].length ?? 0;

const isUnitRole = (role: Role): boolean => role === 'units' || role === 'supportingUnits';

/** Reads names one by one; what it has read so far is in `said`. */
class Reader {
  readonly text: string;
  readonly found: AssigneesSaid;
  private role: Role | undefined;
  /** Names since the last label or verb: 组织部、财务部配合 makes all of them 配合单位. */
  private group: Found[] = [];

  constructor(
    private readonly said: Said,
    private readonly context: Context,
    at: number,
    role: Role | undefined,
  ) {
    this.text = said.text;
    this.role = role;
    this.found = {
      ...{ names: {}, unknown: [], misplaced: [], nameless: false, hasVerb: false, rest: '', confirmed: false },
      end: at,
    };
  }

  /** Puts the names read so far into their role. */
  private settle(role: Role | undefined): void {
    for (const { name, kind, isKnown } of this.group) {
      const place = role ?? (kind === 'unit' ? 'units' : 'owners');
      const names = this.found.names[place] ?? [];
      this.found.names[place] = names.includes(name) ? names : [...names, name];
      if (!isKnown) this.found.unknown.push(name);
      else if (isUnitRole(place) !== (kind === 'unit')) this.found.misplaced.push(name);
    }
    this.group = [];
  }

  private label(at: number): number | undefined {
    const label = fieldAt(this.text, at);
    if (!label || !isRole(label.field)) return undefined;
    this.settle(this.role);
    this.role = label.field;
    return skipWords(this.text, label.end, LEADS);
  }

  private verb(at: number): number | undefined {
    const supports = wordAt(this.text, at, SUPPORTS);
    const does = wordAt(this.text, at, VERBS);
    const word = supports ?? does;
    if (word === undefined || this.group.length === 0) return undefined;
    this.settle(supports === undefined ? this.role : 'supportingUnits');
    this.found.hasVerb = true;
    return at + word.length;
  }

  private name(at: number): number | undefined {
    const self = selfAt(this.text, at);
    const isFirst = this.group.length === 0 && Object.keys(this.found.names).length === 0;
    const own = self > 0 ? planNameOf(this.context.acting.by, this.context) : undefined;
    if (self > 0 && own === undefined) {
      this.found.nameless = true;
      return at + self;
    }
    const name =
      own === undefined
        ? (knownAt(this.text, at, this.said, this.context) ?? unknownAt(this.text, at, this.said, isFirst))
        : { name: own, kind: 'person' as const, isKnown: true, end: at + self };
    if (!name) return undefined;
    this.group.push(name);
    return skipWords(this.text, name.end, ['同志', '老师']);
  }

  read(until: number): AssigneesSaid {
    let at = skipWords(this.text, this.found.end, LEADS);
    while (at < until) {
      const next = this.label(at) ?? this.verb(at) ?? this.name(at);
      if (next === undefined) break;
      this.found.end = Math.min(next, until);
      at = skipWords(this.text, next, JOINTS);
    }
    this.settle(this.role);
    return this.found;
  }
}

/**
 * Names of units and people from a place on: `李四`, `@李四`, `办公室、组织部`, `责任人 李四 配合单位 组织部`, `办公室牵头,组织部配合`.
 * @param role what they are to be when no label says so
 */
export const readAssignees = (said: Said, at: number, context: Context, role?: Role): AssigneesSaid => {
  const confirmed = CONFIRMED.exec(said.text.slice(at))?.[0].length ?? 0;
  const until = said.text.length - confirmed;
  const found = new Reader(said, context, at, role).read(until);
  const left = said.text.slice(found.end, until);
  const isNothing = SOFT.test(left) || skipSeparators(left, 0) === left.length;
  return { ...found, rest: isNothing ? '' : left, confirmed: confirmed > 0 };
};
