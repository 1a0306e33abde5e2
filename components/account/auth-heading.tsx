export function AuthHeading({ title, lead }: { title: string; lead?: string | undefined }) {
  return (
    <div className="mb-8">
      <h1 className="font-serif text-title">{title}</h1>
      {lead !== undefined && <p className="mt-1.5 text-ink-soft">{lead}</p>}
    </div>
  );
}
