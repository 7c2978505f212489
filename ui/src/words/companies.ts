/** A kind of company as it stands in a choice: "developer platform", "SaaS". */
export function companyKindInWords(kind: string): string {
  return kind === "saas" ? "SaaS" : kind.replaceAll("-", " ");
}
