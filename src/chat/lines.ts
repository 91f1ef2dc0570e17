import type { Turn } from './carry-out.ts';
import { beginsWithCommand } from './deed-words.ts';
import type { IncomingMessage } from './message.ts';
import { saidOf } from './normalise.ts';
import { readNumbers } from './reading/numbers.ts';
import { type Understood, understandWords } from './understand.ts';

/** More lines than this are a pasted document, not a row of commands. */
const MOST_COMMANDS = 50;
const BREAK = /\r\n|[\n\r\u2028\u2029]/;

const isCommand = ({ kind }: Understood): boolean => kind === 'run' || kind === 'offer';
const isChange = (understood: Understood): boolean => understood.kind === 'run' && understood.command.kind === 'change';

const CLAUSE_END = /[,，;；。]/;
/** More clauses are a text, not a row of deeds. */
const MOST_CLAUSES = 8;

/** 完成12,然后把13交给李四 */
const JOINS =
  /^ *(?:然后|接着|随后|再(?=[把将完办延取交进上修恢重销])|并且?(?=[把将完办延取交进上修恢重销])|同时|另外|顺便)/;
/** `1、` in front of a line. */
const ORDINAL = /^[((]?(\d{1,2})[、..))::]\s*/u;

/** The lines without the ordinals that number them from 1; undefined when they are not so numbered. */
const withoutOrdinals = (lines: string[]): string[] | undefined =>
  lines.every((line, index) => Number(ORDINAL.exec(line)?.[1]) === index + 1)
    ? lines.map((line) => line.replace(ORDINAL, ''))
    : undefined;

/** 12完成, 延期13到6月底: a task by its number, in front or right behind the command word. */
const namesNumber = (written: string): boolean => {
  const text = written.replace(/^[把将]/, '');
  const first = text.search(/[#第\d]/);
  return (
    readNumbers(text) !== undefined ||
    (beginsWithCommand(text) && first >= 0 && readNumbers(text.slice(first)) !== undefined)
  );
};

/** 完成1 完成12: a command word again behind a space. */
const ORDERS_IN_A_ROW = /^(完成|办结|上报|延期|销号|取消|重开) ?#?\d{1,4} \1 ?#?\d{1,4}/u;
const REPORTS = /^(?:上报|填报|报送)/u;
/** 上报:会员15人;基层工会2家: what one word orders is ordered for each. */
const REPORTS_IN_A_ROW = /^(上报|填报)[:： ]*([^\d;；]{2,12}\d[^;；]{0,8}(?:[;；][^\d;；]{2,12}\d[^;；]{0,8})+)$/u;

const sharing = (line: string, clauses: string[]): string[] => {
  const [, word, figures] = REPORTS_IN_A_ROW.exec(line) ?? [];
  return word && figures ? figures.split(/[;；]/u).map((figure) => `${word} ${figure.trim()}`) : clauses;
};

/** `12完成,延期13到6月底`: a line whose every clause changes tasks it names by number is as many commands. */
const clausesOf = (line: string, understandLine: (line: string) => Understood, message: IncomingMessage): string[] => {
  const clauses = sharing(
    line,
    ORDERS_IN_A_ROW.test(line) ? line.split(/ (?=\p{Script=Han})/u) : line.split(CLAUSE_END),
  )
    .map((clause, index) => (index === 0 ? clause : clause.replace(JOINS, '')).trim())
    .filter((clause) => clause !== '');
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return [line];
  const isNamed = (clause: string) => namesNumber(saidOf(message, clause).text) || REPORTS.test(clause);
  if (!clauses.every(isNamed)) return [line];
  return clauses.map(understandLine).every((understood) => isChange(understood) || understood.kind === 'offer')
    ? clauses
    : [line];
};

const areCommands = (understood: Understood[]): boolean =>
  understood.every(isCommand) || understood.filter(isChange).length >= 2;

/**
 * The commands a message holds: its lines when each is one, or when at least two of them change something (a line that is
 * none is answered as such); else the whole message, whose further lines are a remark or a pasted plan.
 */
export const linesOf = (turn: Turn): string[] => {
  const { message, context, commands } = turn;
  const whole = [message.text];
  const lines = message.text
    .split(BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first] = lines;
  const understandLine = (line: string) => understandWords(saidOf(message, line), context, commands);
  if (first === undefined || message.pressed) return whole;
  if (lines.length < 2) return clausesOf(first, understandLine, message);
  const opening = understandLine(first);
  if (opening.kind === 'run' && opening.command.takesAllLines) return whole;
  if (lines.length > MOST_COMMANDS) return whole;
  const understood = lines.map(understandLine);
  if (areCommands(understood)) return lines;
  const numbered = withoutOrdinals(lines);
  return numbered && areCommands(numbered.map(understandLine)) ? numbered : whole;
};
