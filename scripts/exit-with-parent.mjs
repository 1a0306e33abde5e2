// Loaded into the server first. A server whose supervisor was killed would keep the port without any control. The next
// start finishes its replies.
process.once("disconnect", () => process.exit(1));
