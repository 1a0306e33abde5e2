/** The database has more to do than it gets done in time: this was not begun, and may be asked again in a moment. */
export class DatabaseBusyError extends Error {
  readonly code = "DATABASE_BUSY";

  constructor(reason: string) {
    super(reason);
    this.name = "DatabaseBusyError";
  }
}
