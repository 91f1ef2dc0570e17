import { element } from './element.ts';

export interface WelcomeParts {
  groupName: string;
  /** Sends the sample plan into the group, as any file. */
  sendSample(): Promise<void>;
  pickFile(): void;
  say(command: string): void;
}

const STEPS: [title: string, text: string][] = [
  ['导入计划', '发一份年度计划，先预览，确认后才写入'],
  ['看任务', '问“本月”“逾期”“统计”，灯色一目了然'],
  ['点完成', '在卡片上点一下，周报月报自动汇总'],
];

/** What a group shows before anybody has said anything: the first click. */
export function welcomeView({ groupName, sendSample, pickFile, say }: WelcomeParts): HTMLElement {
  const sample = element('button', { type: 'button', class: 'button primary large' }, '导入示例计划');
  sample.addEventListener('click', async () => {
    sample.setAttribute('aria-disabled', 'true');
    await sendSample();
    sample.removeAttribute('aria-disabled');
  });
  const own = element('button', { type: 'button', class: 'button large' }, '选择自己的计划');
  own.addEventListener('click', pickFile);
  const looks = ['本周', '本月', '统计'].map((command) => {
    const button = element('button', { type: 'button', class: 'link' }, command);
    button.addEventListener('click', () => say(command));
    return button;
  });
  return element(
    'section',
    { class: 'welcome', 'aria-label': '开始使用' },
    element('img', { src: '/local/icon.svg', alt: '', width: '56', height: '56' }),
    element('h2', {}, '一次登记，处处可用'),
    element(
      'p',
      { class: 'welcome-lead' },
      `办结已在“${groupName}”里。给它一份年度工作计划，它来记任务、盯时限、写周报月报。`,
    ),
    element(
      'ol',
      { class: 'steps' },
      ...STEPS.map(([title, text]) => element('li', {}, element('strong', {}, title), element('span', {}, text))),
    ),
    element('div', { class: 'welcome-buttons' }, sample, own),
    element('p', { class: 'welcome-foot' }, '群里已有台账？直接问：', ...looks),
  );
}
