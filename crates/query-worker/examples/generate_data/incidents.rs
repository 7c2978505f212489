//! The incidents of the window: what broke, when, and how hard it hit.

use super::calendar::moment;
use super::endpoints::Endpoint;

/// One incident.
pub(crate) struct Incident {
    pub(crate) id: i64,
    pub(crate) title: &'static str,
    pub(crate) severity: &'static str,
    /// Path that was hit; every path when there is none.
    pub(crate) endpoint: Option<&'static str>,
    pub(crate) started_at: i64,
    /// Still open when there is none.
    pub(crate) resolved_at: Option<i64>,
    pub(crate) cause: Option<&'static str>,
    /// Probability that a call in the window ends in a server error.
    pub(crate) errors: f64,
    /// Factor on latency.
    pub(crate) slower: f64,
    /// Statuses of its errors, equally likely.
    pub(crate) statuses: &'static [i32],
}

impl Incident {
    /// Whether a call to this endpoint at this moment was hit.
    pub(crate) fn hits(&self, at: i64, endpoint: &Endpoint) -> bool {
        let open = self.resolved_at.is_none_or(|end| at < end);
        // A read that is not about creating stays healthy when a path's writes break.
        let path = self.endpoint.is_none_or(|path| path == endpoint.path && (endpoint.creates || self.severity == "sev3"));
        at >= self.started_at && open && path
    }
}

/// Every incident, in order.
pub(crate) const INCIDENTS: [Incident; 9] = [
    Incident {
        id: 1,
        title: "Invoices slow to render",
        severity: "sev2",
        endpoint: Some("/invoices"),
        started_at: moment(1, 14, 8, 12),
        resolved_at: Some(moment(1, 14, 9, 47)),
        cause: Some("A missing index after a schema change"),
        errors: 0.06,
        slower: 4.0,
        statuses: &[500, 504],
    },
    Incident {
        id: 2,
        title: "Database failover",
        severity: "sev1",
        endpoint: None,
        started_at: moment(2, 3, 21, 30),
        resolved_at: Some(moment(2, 4, 1, 15)),
        cause: Some("The primary lost its disk; the replica was promoted late"),
        errors: 0.22,
        slower: 2.0,
        statuses: &[500, 503, 503],
    },
    Incident {
        id: 3,
        title: "Customer list slow",
        severity: "sev3",
        endpoint: Some("/customers"),
        started_at: moment(2, 19, 13, 5),
        resolved_at: Some(moment(2, 19, 13, 40)),
        cause: Some("A cold cache after a deploy"),
        errors: 0.02,
        slower: 2.5,
        statuses: &[504],
    },
    Incident {
        id: 4,
        title: "Event intake backlog",
        severity: "sev2",
        endpoint: Some("/events"),
        started_at: moment(3, 5, 22, 40),
        resolved_at: Some(moment(3, 6, 0, 50)),
        cause: Some("A consumer stuck on one malformed event"),
        errors: 0.14,
        slower: 5.0,
        statuses: &[503],
    },
    Incident {
        id: 5,
        title: "Card processor outage",
        severity: "sev1",
        endpoint: Some("/charges"),
        started_at: moment(3, 10, 13, 22),
        resolved_at: Some(moment(3, 10, 16, 51)),
        cause: Some("The card processor's data centre lost power"),
        errors: 0.45,
        slower: 3.0,
        statuses: &[500, 502, 502, 504],
    },
    Incident {
        id: 6,
        title: "Certificate expired",
        severity: "sev2",
        endpoint: None,
        started_at: moment(3, 27, 6, 15),
        resolved_at: Some(moment(3, 27, 7, 5)),
        cause: Some("Renewal ran, the reload after it did not"),
        errors: 0.3,
        slower: 1.0,
        statuses: &[502],
    },
    Incident {
        id: 7,
        title: "Reports time out",
        severity: "sev2",
        endpoint: Some("/reports"),
        started_at: moment(4, 16, 10, 20),
        resolved_at: Some(moment(4, 16, 12, 30)),
        cause: Some("One account asked for four years in one report"),
        errors: 0.25,
        slower: 2.0,
        statuses: &[504],
    },
    Incident {
        id: 8,
        title: "Gateway restarts",
        severity: "sev3",
        endpoint: None,
        started_at: moment(4, 22, 3, 0),
        resolved_at: Some(moment(4, 22, 3, 20)),
        cause: None,
        errors: 0.08,
        slower: 1.2,
        statuses: &[502, 503],
    },
    Incident {
        id: 9,
        title: "Invoice list slower than usual",
        severity: "sev3",
        endpoint: Some("/invoices"),
        started_at: moment(4, 29, 16, 0),
        resolved_at: None,
        cause: None,
        errors: 0.0,
        slower: 1.6,
        statuses: &[500],
    },
];
