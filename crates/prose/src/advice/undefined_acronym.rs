use crate::document::Document;
use crate::read::acronym;
use footbridge_diagnostic::Diagnostic;

/// Acronyms that everybody who reads a technical document knows.
const KNOWN: &[&str] = &[
    "AI", "API", "ASCII", "AWS", "CA", "CD", "CEO", "CFO", "CI", "CLI", "CPU", "CSS", "CSV", "CTO", "DDL", "DNS", "EU", "EUR", "FAQ",
    "FTP", "GB", "GBP", "GCP", "GDPR", "GET", "GPU", "HEAD", "HTML", "HTTP", "HTTPS", "ID", "IDE", "INR", "IO", "IP", "ISO", "IT", "JS",
    "JSON", "JWT", "KB", "KPI", "LAN", "MB", "MIT", "NULL", "OK", "OS", "PATCH", "PC", "PDF", "PHP", "PM", "POST", "PR", "PRD", "PUT",
    "QA", "RAM", "REST", "RFC", "RSS", "SDK", "SLA", "SMS", "SQL", "SSD", "SSH", "SSL", "SVG", "TB", "TCP", "TLS", "TPM", "UDP", "UI",
    "UK", "URI", "URL", "US", "USA", "USB", "USD", "UTC", "UTF", "UUID", "UX", "VAT", "VM", "VP", "VPN", "XML", "YAML", "ZIP", "TODO",
    "TBD", "AND", "OR", "DELETE",
];

/// Acronyms that the text explains nowhere. The reader who does not know one reads on without it, and what depends on it is lost on them.
pub(super) fn find(document: &Document, file: &str) -> Vec<Diagnostic> {
    let undefined = acronym::undefined(document, KNOWN).into_iter();
    undefined
        .map(|(acronym, block, at)| {
            let message = format!("“{acronym}” is explained nowhere.");
            let help = format!(
                "Write it out at its first use, with the short form in brackets: “… ({acronym})”, or add it to a Glossary section."
            );
            Diagnostic::advice("prose-undefined-acronym", message).at(file, block.prose.origin(at)).help(help)
        })
        .collect()
}
