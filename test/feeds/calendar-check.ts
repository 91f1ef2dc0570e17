/** One component of a calendar: its properties by name, parameters kept in front of the value's colon. */
export interface Component {
  name: string;
  properties: Map<string, { params: string; value: string }>;
  inside: Component[];
}

const octets = (line: string): number => Buffer.byteLength(line, 'utf8');

/** Content lines, unfolded. @throws Error for anything RFC 5545, 3.1, does not allow */
const linesOf = (bytes: Buffer): string[] => {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (!text.endsWith('\r\n')) throw new Error('the last line has no break');
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error('a break that is not CRLF');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (octets(line) > 75) throw new Error(`${octets(line)} octets: ${line}`);
    if (line === '' || /[^\P{Cc}\t]/u.test(line)) throw new Error(`no content line: ${line}`);
  }
  return physical.reduce<string[]>((lines, line) => {
    if (/^[ \t]/.test(line)) lines[lines.length - 1] += line.slice(1);
    else lines.push(line);
    return lines;
  }, []);
};

const LINE = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/;

/** The one calendar a stream holds. @throws Error when it is not well formed */
export const parseCalendar = (body: string): Component => {
  const root: Component = { name: '', properties: new Map(), inside: [] };
  const open = [root];
  for (const line of linesOf(Buffer.from(body, 'utf8'))) {
    const [, name = '', params = '', value = ''] = LINE.exec(line) ?? [];
    const current = open.at(-1) ?? root;
    if (name === '') throw new Error(`no property: ${line}`);
    if (name === 'BEGIN') {
      const component: Component = { name: value, properties: new Map(), inside: [] };
      current.inside.push(component);
      open.push(component);
    } else if (name === 'END') {
      if (current.name !== value) throw new Error(`END:${value} in ${current.name}`);
      open.pop();
    } else {
      if (current.properties.has(name)) throw new Error(`${name} twice in ${current.name}`);
      current.properties.set(name, { params, value });
    }
  }
  const [calendar, more] = root.inside;
  if (!calendar || more || open.length !== 1 || calendar.name !== 'VCALENDAR') throw new Error('not one calendar');
  return calendar;
};

/** A TEXT value as a reader sees it. @throws Error for a mark that should be escaped */
export const textValue = (value: string): string => {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`a bare ; or , in ${value}`);
  return value.replace(/\\(.)/gs, (_, mark: string) => {
    if (/n/i.test(mark)) return '\n';
    if (!'\\;,'.includes(mark)) throw new Error(`\\${mark} is no escape`);
    return mark;
  });
};

const dayAfter = (date: string): string => {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(date) ?? [];
  const after = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + 1));
  return after.toISOString().slice(0, 10).replaceAll('-', '');
};

export interface CheckedEvent {
  uid: string;
  sequence: number;
  changed: string;
  day: string;
  summary: string;
  description: string;
  status: string;
}

const REQUIRED = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE', 'STATUS', 'LAST-MODIFIED'];

const checkedEvent = ({ name, properties, inside }: Component): CheckedEvent => {
  const get = (key: string) => properties.get(key)?.value ?? '';
  if (name !== 'VEVENT' || inside.length > 0) throw new Error(`${name} with ${inside.length} inside`);
  for (const key of REQUIRED) if (get(key) === '') throw new Error(`no ${key}`);
  for (const key of ['DTSTART', 'DTEND']) {
    if (properties.get(key)?.params !== ';VALUE=DATE' || !/^\d{8}$/.test(get(key)))
      throw new Error(`${key} is no date`);
  }
  if (get('DTEND') !== dayAfter(get('DTSTART'))) throw new Error(`${get('DTSTART')} ends ${get('DTEND')}`);
  for (const key of ['DTSTAMP', 'LAST-MODIFIED'])
    if (!/^\d{8}T\d{6}Z$/.test(get(key))) throw new Error(`${key} not UTC`);
  if (!/^\d+$/.test(get('SEQUENCE'))) throw new Error('SEQUENCE is no number');
  return {
    uid: get('UID'),
    sequence: Number(get('SEQUENCE')),
    changed: get('LAST-MODIFIED'),
    day: get('DTSTART'),
    summary: textValue(get('SUMMARY')),
    description: textValue(get('DESCRIPTION')),
    status: get('STATUS'),
  };
};

/** The events of a feed, everything about them checked. @throws Error for what is not as RFC 5545 has it */
export const checkedFeed = (body: string): { name: string; events: CheckedEvent[] } => {
  const { properties, inside } = parseCalendar(body);
  const get = (key: string) => properties.get(key)?.value ?? '';
  if (get('VERSION') !== '2.0' || get('PRODID') === '') throw new Error('no version or program');
  if (properties.get('REFRESH-INTERVAL')?.params !== ';VALUE=DURATION') throw new Error('no interval');
  const events = inside.map(checkedEvent);
  const uids = new Set(events.map(({ uid }) => uid));
  if (uids.size !== events.length) throw new Error('a UID twice');
  return { name: textValue(get('X-WR-CALNAME')), events };
};
