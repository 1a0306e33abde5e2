import { Paper } from "./paper";

export const dynamic = "force-dynamic";

export default function Page() {
  return (
    <main>
      <h1>Today</h1>
      <Paper />
    </main>
  );
}
