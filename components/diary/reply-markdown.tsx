import { memo } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";
import { closeOpenMarks, splitBlocks } from "./reply-markdown-blocks";

/**
 * A reply as safe Markdown: what a model wrote is text, never markup of ours. No raw HTML, no images (a remote image
 * would tell its owner that the diary is being read), and only plain web links, which lead out without a trace.
 * `isWhole` is false for a text that breaks off: what is half said at its end is then left out or closed.
 */
export function ReplyMarkdown({ text, isWhole }: { text: string; isWhole: boolean }) {
  const blocks = splitBlocks(text);
  return (
    <div className="grid gap-[0.9em]">
      {blocks.map((block, index) => (
        // A block keeps its place while the text grows, so its index is its identity.
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={index} markdown={isWhole || index < blocks.length - 1 ? block : closeOpenMarks(block)} />
      ))}
    </div>
  );
}

const plugins = [remarkGfm, remarkBreaks];

const Block = memo(function Block({ markdown }: { markdown: string }) {
  return (
    <Markdown remarkPlugins={plugins} components={components} skipHtml>
      {markdown}
    </Markdown>
  );
});

const heading: Components["h1"] = ({ children }) => <h4 className="font-semibold">{children}</h4>;

const components: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  a: ({ href, children }) =>
    /^https?:\/\//i.test(href ?? "") ? (
      <a
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="underline decoration-1 underline-offset-4"
      >
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  img: ({ alt }) => (alt ? <span>{alt}</span> : null),
  // A box that nobody can tick is a mark, not a control.
  input: ({ checked }) => <span>{checked ? "☑ " : "☐ "}</span>,
  ul: ({ children }) => <ul className="grid list-disc gap-1.5 pl-5 marker:text-ink-faint">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="grid list-decimal gap-1.5 pl-5 marker:text-ink-faint">
      {children}
    </ol>
  ),
  blockquote: ({ children }) => (
    <blockquote className="grid gap-3 border-l-2 border-line-strong pl-4 text-ink-soft">
      {children}
    </blockquote>
  ),
  pre: ({ children }) => (
    // Wide code is scrolled, so the keyboard must be able to get there.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre tabIndex={0} className="overflow-x-auto rounded-control bg-sheet p-4 text-sm leading-relaxed">
      {children}
    </pre>
  ),
  table: ({ children }) => (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div tabIndex={0} className="overflow-x-auto">
      <table className="text-sm [&_td]:border-t [&_td]:border-line [&_td]:py-1.5 [&_td]:pr-4 [&_th]:pr-4 [&_th]:text-left">
        {children}
      </table>
    </div>
  ),
  hr: () => <hr className="horizon" />,
};
