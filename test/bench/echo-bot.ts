import * as lark from '@larksuiteoapi/node-sdk';
import Koa from 'koa';

/*
 * The plainest bot one can write with Feishu's SDK and Koa, to measure against: it checks and decrypts a push as the SDK
 * does, says the same text back without waiting for that, and answers 200. It keeps nothing.
 */
const { FEISHU_APP_ID = '', FEISHU_APP_SECRET = '', FEISHU_ENCRYPT_KEY = '', FEISHU_DOMAIN = '', PORT } = process.env;
const quiet = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {}, trace: () => {} };

const client = new lark.Client({
  appId: FEISHU_APP_ID,
  appSecret: FEISHU_APP_SECRET,
  domain: FEISHU_DOMAIN,
  logger: quiet,
});
const dispatcher = new lark.EventDispatcher({ encryptKey: FEISHU_ENCRYPT_KEY, logger: quiet }).register({
  'im.message.receive_v1': async ({ message }) => {
    const data = { receive_id: message.chat_id, msg_type: 'text', content: message.content };
    client.im.v1.message.create({ params: { receive_id_type: 'chat_id' }, data }).catch(() => undefined);
    return {};
  },
});

const app = new Koa();
app.use(lark.adaptKoa('/feishu/events', dispatcher, { autoChallenge: true }));
app.listen(Number(PORT), '127.0.0.1', () => console.log('ready'));
