// Loaded into each server with --import. A message from the harness moves the server's clock, as a bad time server does.
// Timers run on: they count from the start of the process.
const RealDate = Date;
let offsetMs = 0;

class MovedDate extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + offsetMs);
    else super(...args);
  }

  static now() {
    return RealDate.now() + offsetMs;
  }
}

process.on("message", ({ clockOffsetMs }) => {
  if (clockOffsetMs === undefined) return;
  offsetMs = clockOffsetMs;
  globalThis.Date = MovedDate;
});
process.channel?.unref();
