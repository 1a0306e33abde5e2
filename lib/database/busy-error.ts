/** The database is overloaded. The work was not begun and may be retried. */
export class DatabaseBusyError extends Error {
  readonly code = "DATABASE_BUSY";

  constructor(reason: string) {
    super(reason);
    this.name = "DatabaseBusyError";
  }
}
