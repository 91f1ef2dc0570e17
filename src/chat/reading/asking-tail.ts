/** The longest way to ask is four characters: 可以吗, 可以不. */
const ASKING = /(?:(?:可以|行|好|对|是)?(?:吗|么|呢)|(?:可以|行|好|对)不) ?$/;
const LONGEST = 5;

const trimmed = (text: string): string => {
  let end = text.length;
  while (end > 0 && '? '.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
};

/** A value without what only asks behind it: `6月底可以吗` → `6月底`. */
export const withoutAsking = (text: string): string => {
  const said = trimmed(text);
  const found = ASKING.exec(said.slice(-LONGEST));
  return found ? trimmed(said.slice(0, said.length - found[0].length)) : said;
};
