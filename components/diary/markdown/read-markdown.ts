import { type CompileContext, fromMarkdown, type Token } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { koreanEmphasis } from "./emphasis";

export type MarkdownNode = ReturnType<typeof fromMarkdown>["children"][number];

const options = {
  extensions: [
    gfmTable(),
    koreanEmphasis,
    // A model indents to align, not to show code. Definitions would vanish from the text, and with HTML all that is
    // inside it.
    { disable: { null: ["codeIndented", "definition", "htmlFlow"] } },
  ],
  mdastExtensions: [
    gfmTableFromMarkdown(),
    {
      enter: {
        strong(this: CompileContext, token: Token) {
          const isStruck = this.sliceSerialize(token).startsWith("~");
          this.enter({ type: isStruck ? "delete" : "strong", children: [] }, token);
        },
      },
      exit: {
        strong(this: CompileContext, token: Token) {
          this.exit(token);
        },
      },
    },
  ],
};

/** Reads one block. Its time grows with the square of some texts: only for what `boundBlocks` lets through. */
export const readMarkdown = (markdown: string): MarkdownNode[] => fromMarkdown(markdown, options).children;
