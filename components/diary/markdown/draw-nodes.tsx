import { Fragment, type ReactNode } from "react";
import { type Piece, splitText } from "./inline-text";
import type { MarkdownNode } from "./read-markdown";

type NodeOf<Type extends MarkdownNode["type"]> = Extract<MarkdownNode, { type: Type }>;

/** Markdown's tree as elements. `boundBlocks` bounds its depth before it is read. */
export const drawNodes = (nodes: readonly MarkdownNode[], isInLink = false): ReactNode[] =>
  // The tree is read anew with each letter, so a node's place is all the identity it has.
  // oxlint-disable-next-line react/no-array-index-key
  nodes.map((node, index) => <Fragment key={index}>{drawNode(node, isInLink)}</Fragment>);

function drawNode(node: MarkdownNode, isInLink: boolean): ReactNode {
  switch (node.type) {
    case "text":
      return drawWords(node.value, isInLink);
    case "paragraph":
      return <p>{drawNodes(node.children)}</p>;
    case "strong":
      return <strong>{drawNodes(node.children, isInLink)}</strong>;
    case "emphasis":
      return <em>{drawNodes(node.children, isInLink)}</em>;
    case "delete":
      return <del>{drawNodes(node.children, isInLink)}</del>;
    case "inlineCode":
      return <code>{node.value}</code>;
    case "break":
      return <br />;
    case "link":
      return drawLink(node.url, drawNodes(node.children, true));
    case "image":
      return node.alt;
    case "html":
      return drawTag(node.value);
    case "heading":
      return <h4 className="font-semibold">{drawNodes(node.children)}</h4>;
    case "blockquote":
      return (
        <blockquote className="grid gap-3 border-l-2 border-line-strong pl-4 text-ink-soft">
          {drawNodes(node.children)}
        </blockquote>
      );
    case "list":
      return drawList(node);
    case "code":
      return (
        // Wide code is scrolled, so the keyboard must be able to get there.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0} className="overflow-x-auto rounded-control bg-sheet p-4 text-sm leading-relaxed">
          <code>{node.value}</code>
        </pre>
      );
    case "table":
      return drawTable(node);
    case "thematicBreak":
      return <hr className="horizon" />;
    default:
      return null;
  }
}

/** Text without marks of emphasis. */
export const drawWords = (text: string, isInLink = false): ReactNode[] =>
  splitText(text).map((piece, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{drawPiece(piece, isInLink)}</Fragment>
  ));

function drawPiece(piece: Piece, isInLink: boolean): ReactNode {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "break":
      return <br />;
    case "note":
      return <sup>{piece.label}</sup>;
    case "link":
      return isInLink ? piece.text : drawLink(piece.href, piece.text);
  }
}

const drawLink = (href: string, words: ReactNode) =>
  /^https?:\/\//i.test(href) ? (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {words}
    </a>
  ) : (
    words
  );

const htmlTag =
  /^<!|^<\/?(?:a|abbr|b|big|blockquote|body|br|center|code|del|details|div|em|font|h[1-6]|head|hr|html|i|iframe|img|input|ins|kbd|li|mark|ol|p|pre|q|s|script|small|span|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)\b/i;

/** HTML is left out, its words stay; what only looks like a tag (`<Inception>`) is a word itself. */
const drawTag = (tag: string) => (/^<br\b/i.test(tag) ? <br /> : htmlTag.test(tag) ? null : tag);

function drawList({ ordered, start, children }: NodeOf<"list">): ReactNode {
  const items = children.map((item, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <li key={index}>{drawItem(item.children)}</li>
  ));
  return ordered ? (
    <ol start={start ?? 1} className="grid list-decimal gap-1.5 pl-5 marker:text-ink-faint">
      {items}
    </ol>
  ) : (
    <ul className="grid list-disc gap-1.5 pl-5 marker:text-ink-faint">{items}</ul>
  );
}

/** A first paragraph needs no element of its own, unless a second one follows. */
function drawItem([first, ...rest]: readonly MarkdownNode[]): ReactNode {
  if (first?.type !== "paragraph") return first && drawNodes([first, ...rest]);
  const [head, ...more] = first.children;
  const box = head?.type === "text" ? /^\[([ x])\]\s/i.exec(head.value) : null;
  // A box that nobody can tick is a mark, not a control.
  const mark = box && (box[1] === " " ? "☐ " : "☑ ");
  const words = drawNodes(
    box && head?.type === "text" ? [{ ...head, value: head.value.slice(4) }, ...more] : first.children,
  );
  const isAlone = rest.every(({ type }) => type === "list");
  return (
    <>
      {isAlone ? mark : null}
      {isAlone ? (
        words
      ) : (
        <p>
          {mark}
          {words}
        </p>
      )}
      {drawNodes(rest)}
    </>
  );
}

function drawTable({ align, children: [head, ...rows] }: NodeOf<"table">): ReactNode {
  const cells = (row: (typeof rows)[number] | undefined, Cell: "th" | "td") =>
    row?.children.map((cell, index) => (
      // oxlint-disable-next-line react/no-array-index-key
      <Cell key={index} style={align?.[index] ? { textAlign: align[index] } : undefined}>
        {drawNodes(cell.children)}
      </Cell>
    ));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div tabIndex={0} className="overflow-x-auto">
      <table className="text-sm [&_td]:border-t [&_td]:border-line [&_td]:py-1.5 [&_td]:pr-4 [&_th]:pr-4 [&_th]:text-left">
        <thead>
          <tr>{cells(head, "th")}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>{cells(row, "td")}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
