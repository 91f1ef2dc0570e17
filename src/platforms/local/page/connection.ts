import type {
  ClickBody,
  FileBody,
  Hello,
  MessageBody,
  PageState,
  PostAnswer,
  Refusal,
  TranscriptEntry,
} from '../wire.ts';

/** Wait before a connection the browser has given up is opened anew, in ms. */
const REOPEN_MS = 2_000;

/** Said by the server, or about not reaching it: one Chinese sentence. */
export class Refused extends Error {}

async function answerOf<Body>(request: Promise<Response>): Promise<Body> {
  const response = await request.catch(() => {
    throw new Refused('连不上办结，请确认它还在运行。');
  });
  const body: Body | Refusal = await response.json().catch(() => ({ error: '' }));
  if (response.ok) return body as Body;
  throw new Refused(sentence((body as Refusal).error));
}

/** The server says a sentence in Chinese where it can, and a code where something went wrong on its side. */
function sentence(error: string): string {
  if (error === 'too-large') return '内容太大，没有发出去。文件请不要超过 10 MB。';
  return /\p{Script=Han}/u.test(error) ? error : '办结没能处理，请稍后再试。';
}

const post = (path: string, body: MessageBody | FileBody | ClickBody): Promise<PostAnswer> =>
  answerOf(
    fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  );

export const sendMessage = (body: MessageBody): Promise<PostAnswer> => post('/local/message', body);
export const sendFile = (body: FileBody): Promise<PostAnswer> => post('/local/file', body);
export const sendClick = (body: ClickBody): Promise<PostAnswer> => post('/local/click', body);

export const loadState = (group: string): Promise<PageState> =>
  answerOf(fetch(`/local/state?group=${encodeURIComponent(group)}`));

/** The sample plan, as a file a person could have picked. */
export async function loadSamplePlan(name: string): Promise<File> {
  const response = await fetch('/local/sample-plan').catch(() => undefined);
  if (!response?.ok) throw new Refused('没有取到示例计划，请稍后再试。');
  return new File([await response.arrayBuffer()], name);
}

export interface Listener {
  hello(hello: Hello): void;
  entry(entry: TranscriptEntry): void;
  connected(connected: boolean): void;
}

/** Listens to a group for as long as the page lives; resumes after the last event it has seen. */
export function listen(group: string, listener: Listener): void {
  let last = '';
  const open = () => {
    const events = new EventSource(
      `/local/events?group=${encodeURIComponent(group)}&after=${encodeURIComponent(last)}`,
    );
    events.addEventListener('open', () => listener.connected(true));
    events.addEventListener('hello', (event) => {
      last = event.lastEventId;
      listener.hello(JSON.parse(event.data));
    });
    events.addEventListener('entry', (event) => {
      last = event.lastEventId;
      listener.entry(JSON.parse(event.data));
    });
    events.addEventListener('error', () => {
      listener.connected(false);
      // The browser tries again by itself after a cut; after an answer that is no stream (503 while starting) it does not.
      if (events.readyState === EventSource.CLOSED) setTimeout(open, REOPEN_MS);
    });
  };
  open();
}
