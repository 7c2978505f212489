/** One section of a Markdown answer. */
export interface Section {
  /** 1 to 6; 0 for what stands before the first heading. */
  level: number;
  title: string;
  /** Line of the heading, from 1. */
  line: number;
  /** Words below it, up to the next heading. */
  words: number;
}

/** The sections of a Markdown text in order. Front matter and fenced code are neither headings nor words. */
export function sectionsOf(text: string): Section[] {
  const lines = text.split("\n");
  const sections: Section[] = [{ level: 0, title: "Before the first heading", line: 1, words: 0 }];
  let fence = "";
  for (let i = frontMatterEnd(lines); i < lines.length; i++) {
    const line = lines[i] ?? "";
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence) {
      if (mark.startsWith(fence)) fence = "";
      continue;
    }
    if (mark) {
      fence = mark;
      continue;
    }
    const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    if (heading) sections.push({ level: heading[1]?.length ?? 1, title: heading[2] ?? "", line: i + 1, words: 0 });
    else sections[sections.length - 1]!.words += wordsIn(line);
  }
  return sections.filter((section) => section.level > 0 || section.words > 0);
}

/** Words of the whole answer, headings not counted. */
export function wordsOf(text: string): number {
  return sectionsOf(text).reduce((sum, section) => sum + section.words, 0);
}

function wordsIn(line: string): number {
  return line.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function frontMatterEnd(lines: readonly string[]): number {
  const mark = lines[0]?.trim();
  if (mark !== "---" && mark !== "+++") return 0;
  const end = lines.findIndex((line, i) => i > 0 && line.trim() === mark);
  return end < 0 ? 0 : end + 1;
}

/** Where a line begins, in UTF-16 units. */
export function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf("\n", offset);
    if (end < 0) return text.length;
    offset = end + 1;
  }
  return offset;
}
