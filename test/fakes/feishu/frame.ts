/** The frame of Feishu's long connection (protobuf): `method` 0 is control (ping, pong), 1 is data. */
export interface Frame {
  service: number;
  method: number;
  headers: Record<string, string>;
  payload: Buffer;
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

const numberField = (field: number, value: number) => Buffer.concat([varint(field * 8), varint(value)]);
const bytesField = (field: number, value: Buffer) =>
  Buffer.concat([varint(field * 8 + 2), varint(value.length), value]);
const textField = (field: number, value: string) => bytesField(field, Buffer.from(value));

export function encodeFrame({ service, method, headers, payload }: Frame): Buffer {
  const pairs = Object.entries(headers).map(([key, value]) =>
    bytesField(5, Buffer.concat([textField(1, key), textField(2, value)])),
  );
  const numbers = [numberField(1, 1), numberField(2, 1), numberField(3, service), numberField(4, method)];
  return Buffer.concat([...numbers, ...pairs, bytesField(8, payload)]);
}

/** The fields of a message in order: numbers, or bytes. */
function* fields(bytes: Buffer): Generator<{ field: number; value: number | Buffer }> {
  let at = 0;
  const next = () => {
    let value = 0;
    let scale = 1;
    let byte: number;
    do {
      byte = bytes[at++] ?? 0;
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  };
  while (at < bytes.length) {
    const key = next();
    const field = Math.floor(key / 8);
    if (key % 8 === 0) yield { field, value: next() };
    else {
      const length = next();
      yield { field, value: bytes.subarray(at, at + length) };
      at += length;
    }
  }
}

export function decodeFrame(bytes: Buffer): Frame {
  const frame: Frame = { service: 0, method: 0, headers: {}, payload: Buffer.alloc(0) };
  for (const { field, value } of fields(bytes)) {
    if (field === 3) frame.service = Number(value);
    if (field === 4) frame.method = Number(value);
    if (field === 8 && Buffer.isBuffer(value)) frame.payload = value;
    if (field !== 5 || !Buffer.isBuffer(value)) continue;
    const [key, text] = [...fields(value)].map((it) => String(it.value));
    if (key !== undefined) frame.headers[key] = text ?? '';
  }
  return frame;
}
