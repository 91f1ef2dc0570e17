import { existsSync } from 'node:fs';
import { z } from 'zod';
import { type WecomConfig, wecomFaults, wecomOf, wecomVariables } from './wecom-config.ts';

export type { WecomConfig } from './wecom-config.ts';

/** Feishu's side of the configuration; present only when an app is configured. */
export interface FeishuConfig {
  appId: string;
  appSecret: string;
  /** Empty only with the long connection, which carries no signatures. */
  encryptKey: string;
  /** Empty when the group's app has none; then only the signature is checked. */
  verificationToken: string;
  /** Without a trailing slash. */
  domain: string;
  transport: 'webhook' | 'websocket';
}

/** Everything the environment decides, checked. */
export interface Config {
  host: string;
  /** 0 lets the system choose (tests). */
  port: number;
  dataDir: string;
  /** The PostgreSQL database that keeps the workspaces, which several processes may share; null: files in `dataDir`. */
  databaseUrl: string | null;
  /** Where people reach the bot from outside, without a trailing slash; null when nobody said. */
  publicUrl: string | null;
  /** Whoever brings it may read `/metrics`; empty: only this machine may. */
  metricsToken: string;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Whether the local chat page is served. */
  localChat: boolean;
  feishu: FeishuConfig | null;
  wecom: WecomConfig | null;
}

/** The outcome of reading the environment: a configuration, or every fault in words. */
export type ConfigReading = { ok: true; config: Config } | { ok: false; faults: string[] };

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const text = (otherwise: string) => z.string().default(otherwise);

const schema = z.object({
  HOST: text('127.0.0.1')
    .refine((host) => /^(?:[\w.:%-]+|\[[\w.:%-]+\])$/u.test(host), '应为主机名或 IP 地址,例如 127.0.0.1')
    // Brackets belong to an address inside a URL; the system's own calls know none.
    .transform((host) => host.replace(/^\[|\]$/gu, '')),
  PORT: text('3000')
    .refine((port) => /^\d{1,5}$/u.test(port) && Number(port) <= 65_535, '应为 0 到 65535 的整数,例如 3000')
    .transform(Number),
  PUBLIC_URL: text('')
    .refine(
      (url) => url === '' || (/^https?:\/\/[\w.:[\]-]+(?:\/[\w./~-]*)?$/u.test(url) && URL.canParse(url)),
      '应为网址,例如 https://banjie.example.com',
    )
    .transform((url) => url.replace(/\/+$/u, '')),
  DATA_DIR: text('./data/store'),
  DATABASE_URL: text('').refine(
    (url) => url === '' || (/^postgres(?:ql)?:\/\//u.test(url) && URL.canParse(url)),
    '应为 PostgreSQL 的地址,例如 postgres://用户:密码@主机:5432/库名',
  ),
  METRICS_TOKEN: text('').refine(
    (token) => token === '' || /^[\w.~+/=-]{16,200}$/u.test(token),
    '应为 16 到 200 个字母、数字或 . ~ + / = _ -,例如 openssl rand -hex 24 的结果',
  ),
  LOG_LEVEL: text('info').pipe(z.enum(LOG_LEVELS, `应为 ${LOG_LEVELS.join('、')} 之一`)),
  LOCAL_CHAT: text('').pipe(z.enum(['', 'on', 'off'], '应为 on 或 off,不设则自动')),
  FEISHU_APP_ID: text('').refine(
    (id) => /^(cli_[\w-]{1,64})?$/u.test(id),
    '应以 cli_ 开头,见飞书开放平台“凭证与基础信息”',
  ),
  FEISHU_APP_SECRET: text(''),
  FEISHU_ENCRYPT_KEY: text(''),
  FEISHU_VERIFICATION_TOKEN: text(''),
  FEISHU_DOMAIN: text('https://open.feishu.cn')
    .refine(
      (url) => /^https?:\/\/[\w.:[\]-]+\/?$/u.test(url) && URL.canParse(url),
      '应为网址,例如 https://open.feishu.cn',
    )
    .transform((url) => url.replace(/\/$/u, '')),
  FEISHU_TRANSPORT: text('webhook').pipe(z.enum(['webhook', 'websocket'], '应为 webhook 或 websocket')),
  ...wecomVariables,
});

type Values = z.output<typeof schema>;

type Given = Partial<Record<keyof Values, string>>;

/** Faults that only show when several values are held against each other. Works on what was given, so that it can be told beside wrong values. */
function crossFaults(given: Given): string[] {
  const isSet = Object.keys(given).some((name) => /^FEISHU_(?:APP|ENCRYPT|VERIFICATION)/u.test(name));
  if (!isSet) return [];
  const faults: string[] = [];
  const transport = given.FEISHU_TRANSPORT ?? 'webhook';
  if (!given.FEISHU_APP_ID) faults.push('FEISHU_APP_ID:未设置,接入飞书需要应用的 App ID');
  if (!given.FEISHU_APP_SECRET) faults.push('FEISHU_APP_SECRET:未设置,接入飞书需要应用的 App Secret');
  if (transport === 'webhook' && !given.FEISHU_ENCRYPT_KEY) {
    faults.push(
      'FEISHU_ENCRYPT_KEY:未设置。没有它,任何人都能冒充飞书推送消息,所以 webhook 方式不启动;请在飞书开放平台“事件与回调 → 加密策略”中设置 Encrypt Key 并填到这里',
    );
  }
  if (transport === 'websocket' && given.FEISHU_APP_ID && !/^cli_[0-9a-f]{16}$/iu.test(given.FEISHU_APP_ID)) {
    faults.push('FEISHU_APP_ID:长连接方式要求 cli_ 加 16 位十六进制字符');
  }
  return faults;
}

/** A misspelt variable of ours would otherwise be ignored without a word. */
function unknownNames(environment: NodeJS.ProcessEnv): string[] {
  return Object.keys(environment)
    .filter(
      (name) =>
        /^(?:FEISHU|WECOM|LOCAL_CHAT|DATA_DIR|DATABASE_URL|LOG_LEVEL|METRICS|PUBLIC_URL)/u.test(name) &&
        !(name in schema.shape),
    )
    .map((name) => `${name}:没有这个配置项,可用的见 .env.example`);
}

function configOf(values: Values): Config {
  const feishu: FeishuConfig | null =
    values.FEISHU_APP_ID === ''
      ? null
      : {
          appId: values.FEISHU_APP_ID,
          appSecret: values.FEISHU_APP_SECRET,
          encryptKey: values.FEISHU_ENCRYPT_KEY,
          verificationToken: values.FEISHU_VERIFICATION_TOKEN,
          domain: values.FEISHU_DOMAIN,
          transport: values.FEISHU_TRANSPORT,
        };
  const wecom = wecomOf(values);
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL === '' ? null : values.DATABASE_URL,
    publicUrl: values.PUBLIC_URL === '' ? null : values.PUBLIC_URL,
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
    localChat: values.LOCAL_CHAT === '' ? feishu === null && wecom === null : values.LOCAL_CHAT === 'on',
    feishu,
    wecom,
  };
}

/**
 * Reads a configuration from an environment. A variable that is set but empty counts as not set: that is how a copied
 * `.env.example` looks. Reports every fault at once, one Chinese sentence each; never
 * a secret's value.
 */
export function readConfig(environment: NodeJS.ProcessEnv): ConfigReading {
  const given: Given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (environment[name]?.trim() ? [[name, environment[name].trim()]] : [])),
  );
  const parsed = schema.safeParse(given);
  const faults = [
    ...unknownNames(environment),
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}:${issue.message}`),
    ...crossFaults(given),
    ...wecomFaults(given),
  ];
  return parsed.success && faults.length === 0 ? { ok: true, config: configOf(parsed.data) } : { ok: false, faults };
}

/** The process's own environment, with `.env` of the working folder filled in beneath it where there is one. */
export function readProcessConfig(): ConfigReading {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return { ok: false, faults: [`.env:读不出来(${code}),请检查它是不是一个文本文件、有没有读取权限`] };
  }
  return readConfig(process.env);
}
