/** Blanks within a line that may stand around a mention: WeCom and its clients put several kinds there. */
const BLANK = '[ \\t\\u00a0\\u2005\\u200b\\u3000]';
const AT = '[@＠]';
const WORD = '[^\\s\\u00a0\\u2005\\u200b\\u3000@＠]+';

const letterPattern = (letter: string): string =>
  /\s/u.test(letter) ? `${BLANK}+` : letter.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&');

const calling = (robot: string): RegExp =>
  new RegExp(`${AT}${[...robot].map(letterPattern).join('')}(?![\\p{L}\\p{N}])${BLANK}*`, 'giu');

/** A word that begins with @ at the very front or end: where the robot's name is not known, that is where it is called. */
const FIRST = new RegExp(`^${AT}${WORD}`, 'u');
const LAST = new RegExp(`${AT}${WORD}$`, 'u');

/**
 * What was said in a group, the robot's mention taken out. In WeCom a mention is plain text (`@办结 本月`), and it has filtered
 * to messages for this robot already: a name that is not found, because it was configured wrongly, must not make it deaf.
 * @param robot its name as configured; empty when it is not
 */
export function withoutMention(text: string, robot: string): string {
  const said = text.trim();
  const name = robot.trim();
  const rest = name === '' ? said : said.replace(calling(name), '');
  if (rest !== said) return rest.trim();
  return (FIRST.test(said) ? said.replace(FIRST, '') : said.replace(LAST, '')).trim();
}
