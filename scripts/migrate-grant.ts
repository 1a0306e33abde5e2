import pg from "pg";

const schemas = "public, pgboss";
const rows = "SELECT, INSERT, UPDATE, DELETE";

/**
 * Grants a role what serving needs (MIGRATE=0): reading and writing rows, in current tables and in later ones that the
 * same user creates. The role must exist.
 */
export async function grantDml(databaseUrl: string, role: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const to = `TO ${client.escapeIdentifier(role)}`;
    await client.query(`
      BEGIN;
      GRANT USAGE ON SCHEMA ${schemas} ${to};
      GRANT ${rows} ON ALL TABLES IN SCHEMA ${schemas} ${to};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schemas} ${to};
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${schemas} GRANT ${rows} ON TABLES ${to};
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${schemas} GRANT USAGE, SELECT ON SEQUENCES ${to};
      REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${client.escapeIdentifier(role)};
      COMMIT`);
    return `${role} may read and write rows, and serve with MIGRATE=0.`;
  } finally {
    await client.end();
  }
}
