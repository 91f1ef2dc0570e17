import type { Turn } from './carry-out.ts';
import { saidOf } from './normalise.ts';
import { type Understood, understand } from './understand.ts';

/** More lines than this are a pasted document, not a row of commands. */
const MOST_COMMANDS = 50;
const BREAK = /\r\n|[\n\r\u2028\u2029]/;

const isCommand = ({ kind }: Understood): boolean => kind === 'run' || kind === 'offer';
const isChange = (understood: Understood): boolean => understood.kind === 'run' && understood.command.kind === 'change';

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
  if (first === undefined || lines.length < 2) return whole;
  const understandLine = (line: string) => understand(saidOf(message, line), context, commands);
  const opening = understandLine(first);
  if (opening.kind === 'run' && opening.command.takesAllLines) return whole;
  if (lines.length > MOST_COMMANDS) return whole;
  const understood = lines.map(understandLine);
  const areCommands = understood.every(isCommand) || understood.filter(isChange).length >= 2;
  return areCommands ? lines : whole;
};
