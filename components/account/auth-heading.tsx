export function AuthHeading({ title, lead }: { title: string; lead: string }) {
  return (
    <div className="mb-8">
      <h1 className="font-serif text-title">{title}</h1>
      <p className="mt-1.5 text-ink-soft">{lead}</p>
    </div>
  );
}
