import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { PostgreSQL, sql } from "@codemirror/lang-sql";
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { FindingView, TableSchemaView } from "../api/model";
import { completeColumns } from "./columns";

/** What an editor is made for. */
export interface EditorWish {
  parent: HTMLElement;
  text: string;
  /** Accessible name. */
  label: string;
  language: "sql" | "markdown" | "yaml";
  /** Tables whose names are completed. */
  tables: TableSchemaView[];
  onChange: (text: string) => void;
}

/** An editor on the page. */
export interface Editor {
  replace(text: string): void;
  show(findings: FindingView[]): void;
  /** Puts the cursor at a place, in UTF-16 units from the beginning. */
  goTo(offset: number): void;
  destroy(): void;
}

/** Makes an editor. Tab is left to the browser: it leaves the editor, as everywhere. */
export async function createEditor(wish: EditorWish): Promise<Editor> {
  const view = new EditorView({
    parent: wish.parent,
    state: EditorState.create({ doc: wish.text, extensions: [...shared(wish), ...(await languageOf(wish))] }),
  });
  return {
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    show: (findings) => view.dispatch(setDiagnostics(view.state, diagnosticsOf(findings, view.state.doc.length))),
    goTo: (offset) => {
      const at = Math.min(offset, view.state.doc.length);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

function shared(wish: EditorWish): Extension[] {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
  return [
    nonce ? EditorView.cspNonce.of(nonce) : [],
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    syntaxHighlighting(colours),
    look,
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
    EditorView.contentAttributes.of({ "aria-label": wish.label, tabindex: "0", spellcheck: wish.language === "markdown" ? "true" : "false" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) wish.onChange(update.state.doc.toString());
    }),
  ];
}

async function languageOf(wish: EditorWish): Promise<Extension[]> {
  if (wish.language === "markdown") {
    const { markdown } = await import("@codemirror/lang-markdown");
    return [markdown(), EditorView.lineWrapping];
  }
  if (wish.language === "yaml") {
    const { yaml } = await import("@codemirror/lang-yaml");
    return [lineNumbers(), yaml(), EditorView.lineWrapping];
  }
  const schema = Object.fromEntries(
    wish.tables.map((table) => [table.name, table.columns.map((column) => ({ label: column.name, detail: column.data_type, type: "property" }))]),
  );
  const bare = PostgreSQL.language.data.of({ autocomplete: completeColumns(wish.tables) });
  return [lineNumbers(), closeBrackets(), autocompletion({ icons: false }), sql({ dialect: PostgreSQL, schema, upperCaseKeywords: false }), bare];
}

function diagnosticsOf(findings: FindingView[], length: number): Diagnostic[] {
  return findings.flatMap((finding) => {
    if (!finding.start) return [];
    const from = Math.min(finding.start.offset, length);
    const to = Math.min(Math.max(finding.end?.offset ?? from + 1, from), length);
    const severity = finding.severity === "error" ? "error" : finding.severity === "warning" ? "warning" : "info";
    return [{ from, to, severity, message: finding.message.replaceAll("`", "") } satisfies Diagnostic];
  });
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--accent)", fontWeight: "500" },
  { tag: [tags.standard(tags.name), tags.function(tags.variableName), tags.typeName], color: "var(--note)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--revise)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--note)" },
  { tag: [tags.comment, tags.meta, tags.processingInstruction], color: "var(--muted)" },
  { tag: tags.heading, fontWeight: "640", color: "var(--ink)" },
  { tag: tags.strong, fontWeight: "640" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: [tags.link, tags.url], color: "var(--accent)" },
]);

const look = EditorView.theme({
  "&": { fontSize: "13.5px", backgroundColor: "transparent", color: "var(--ink)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px", borderRadius: "0 0 7px 7px" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.62", fontVariantLigatures: "none", maxHeight: "60vh" },
  ".cm-content": { padding: "12px 0 14px", caretColor: "var(--ink)", minHeight: "200px" },
  ".cm-line": { padding: "0 16px" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--muted)", border: "0", paddingLeft: "8px" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 4px 0 10px", minWidth: "28px" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--sunken) 55%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--accent-soft)" },
  "&.cm-focused .cm-matchingBracket, .cm-matchingBracket": { backgroundColor: "var(--accent-soft)", color: "inherit" },
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "0" },
  ".cm-lintRange-error": { backgroundColor: "var(--stop-soft)", textDecoration: "underline wavy var(--stop) 1px", textUnderlineOffset: "4px" },
  ".cm-lintRange-warning": { backgroundColor: "var(--revise-soft)", textDecoration: "underline wavy var(--revise) 1px", textUnderlineOffset: "4px" },
  ".cm-lintRange-info": { backgroundColor: "var(--note-soft)", textDecoration: "underline dotted var(--note) 1px", textUnderlineOffset: "4px" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "6px", overflow: "hidden" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-code)", fontSize: "12.5px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent-soft)", color: "var(--ink)" },
  ".cm-completionDetail": { color: "var(--muted)", fontStyle: "normal" },
  ".cm-diagnostic": { borderLeft: "0", padding: "7px 11px", maxWidth: "46ch", fontFamily: "var(--font-text)", fontSize: "13px", whiteSpace: "normal" },
});
