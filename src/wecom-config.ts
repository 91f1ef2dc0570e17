import { z } from 'zod';

/** WeCom's side of the configuration; present only when a robot is configured. */
export interface WecomConfig {
  token: string;
  /** 43 characters. */
  encodingAesKey: string;
  /** Empty for a robot of one's own organisation. */
  receiveId: string;
  /** As members @ it; empty when not told. */
  robotName: string;
  /** Chat id → key of the group's 消息推送 webhook. */
  webhooks: ReadonlyMap<string, string>;
  /** Without a trailing slash. */
  apiBase: string;
  /** Where files may be fetched from; each a scheme and a host, which may begin with `*.`. */
  mediaHosts: readonly string[];
}

const text = (otherwise: string) => z.string().default(otherwise);

const WEBHOOK = /^([\w.+/=-]{1,120}?)=([\w-]{8,80})$/u;
const MEDIA_HOST = /^https?:\/\/(?:\*\.)?[\w.-]+(?::\d{1,5})?$/u;

const listOf = (value: string): string[] =>
  value
    .split(/[,，\s]+/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** WeCom's variables; `src/config.ts` puts them beside the others. */
export const wecomVariables = {
  WECOM_TOKEN: text('').refine(
    (token) => /^[A-Za-z0-9]{0,32}$/u.test(token),
    '应为管理后台上的 Token,最多 32 个字母和数字',
  ),
  WECOM_ENCODING_AES_KEY: text('').refine(
    (key) => key === '' || /^[A-Za-z0-9]{43}$/u.test(key),
    '应为管理后台上的 EncodingAESKey,43 个字母和数字',
  ),
  WECOM_RECEIVE_ID: text('').refine((id) => /^[\w-]{0,64}$/u.test(id), '企业内部的机器人留空'),
  WECOM_BOT_NAME: text('').refine((name) => name.length <= 64, '应为机器人的名字,最多 64 个字'),
  WECOM_WEBHOOKS: text('').refine(
    (value) => listOf(value).every((entry) => WEBHOOK.test(entry)),
    '应为 群编号=推送地址里的key,几个之间用逗号隔开',
  ),
  WECOM_API_BASE: text('https://qyapi.weixin.qq.com')
    .refine(
      (url) => /^https?:\/\/[\w.:[\]-]+\/?$/u.test(url) && URL.canParse(url),
      '应为网址,例如 https://qyapi.weixin.qq.com',
    )
    .transform((url) => url.replace(/\/$/u, '')),
  WECOM_MEDIA_HOSTS: text('https://*.myqcloud.com').refine(
    (value) => listOf(value).every((entry) => MEDIA_HOST.test(entry)),
    '应为网址,例如 https://*.myqcloud.com,几个之间用逗号隔开',
  ),
};

type Values = { [Name in keyof typeof wecomVariables]: z.output<(typeof wecomVariables)[Name]> };

/** Faults that only show when several values are held against each other. */
export const wecomFaults = (given: Partial<Record<keyof Values, string>>): string[] => {
  const isSet = ['WECOM_TOKEN', 'WECOM_ENCODING_AES_KEY', 'WECOM_RECEIVE_ID', 'WECOM_BOT_NAME', 'WECOM_WEBHOOKS'].some(
    (name) => given[name as keyof Values] !== undefined,
  );
  if (!isSet) return [];
  return [
    ...(given.WECOM_TOKEN ? [] : ['WECOM_TOKEN:未设置,接入企业微信需要智能机器人的 Token']),
    ...(given.WECOM_ENCODING_AES_KEY
      ? []
      : ['WECOM_ENCODING_AES_KEY:未设置,接入企业微信需要智能机器人的 EncodingAESKey']),
  ];
};

/** WeCom's configuration; null when no robot is configured. */
export const wecomOf = (values: Values): WecomConfig | null =>
  values.WECOM_TOKEN === ''
    ? null
    : {
        token: values.WECOM_TOKEN,
        encodingAesKey: values.WECOM_ENCODING_AES_KEY,
        receiveId: values.WECOM_RECEIVE_ID,
        robotName: values.WECOM_BOT_NAME,
        webhooks: new Map(
          listOf(values.WECOM_WEBHOOKS).map((entry) => {
            const [, chat = '', key = ''] = WEBHOOK.exec(entry) ?? [];
            return [chat, key] as const;
          }),
        ),
        apiBase: values.WECOM_API_BASE,
        mediaHosts: listOf(values.WECOM_MEDIA_HOSTS),
      };
