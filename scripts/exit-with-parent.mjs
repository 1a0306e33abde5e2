// Loaded into the server before anything else. A server whose supervisor was killed would keep the port and be out
// of anyone's control; what it was writing is finished by the next start.
process.once("disconnect", () => process.exit(1));
