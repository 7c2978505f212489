/** A piece of a message: plain words, or code that stood between backticks. */
export interface Piece {
  code: boolean;
  text: string;
}

/** Splits a message at its backticks. A backtick without a partner is a plain character. */
export function splitBackticks(message: string): Piece[] {
  const parts = message.split("`");
  if (parts.length % 2 === 0) {
    const tail = parts.pop();
    parts.push(`${parts.pop()}\`${tail}`);
  }
  return parts.map((text, i) => ({ code: i % 2 === 1, text })).filter((piece) => piece.text !== "");
}
