// Preloaded into a bot under test: its clock starts at CLOCK_STARTS_AT (ms since the epoch) and runs on from there.
const RealDate = Date;
const offset = Number(process.env.CLOCK_STARTS_AT) - RealDate.now();

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + offset);
    else super(...parts);
  }
  static now() {
    return RealDate.now() + offset;
  }
};
