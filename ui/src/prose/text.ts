import type { Block, Inline } from "../api/model";

/** The words of a line, without marks. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case "text":
        case "code":
          return inline.text;
        case "emphasis":
        case "strong":
        case "link":
          return inlineText(inline.inlines);
        case "break":
          return " ";
      }
    })
    .join("");
}

/** The words of a text, a line for each block: for accessible names and for searching. */
export function blockText(blocks: readonly Block[]): string {
  return blocks.map(textOf).filter((line) => line !== "").join("\n");
}

function textOf(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return inlineText(block.inlines);
    case "code":
      return block.text.trimEnd();
    case "list":
      return block.items.map(blockText).join("\n");
    case "quote":
      return blockText(block.blocks);
    case "table":
      return [block.head, ...block.rows].map((row) => row.map(inlineText).join(" · ")).join("\n");
    case "rule":
    case "placed":
      return "";
  }
}
