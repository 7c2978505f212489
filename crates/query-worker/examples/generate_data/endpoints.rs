//! The endpoints of Metered's API and how each of them behaves on a good day.

/// One method on one path.
pub(crate) struct Endpoint {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    /// Status of a success.
    pub(crate) success: i32,
    /// Median latency in milliseconds.
    pub(crate) median: f64,
    /// Standard deviation of the logarithm of the latency.
    pub(crate) spread: f64,
    /// Probability of a server error outside incidents.
    pub(crate) server_errors: f64,
    /// Client errors: status and probability for a careful client.
    pub(crate) client_errors: &'static [(i32, f64)],
    /// Creates something: a careful client sends an idempotency key.
    pub(crate) creates: bool,
    /// How often the three kinds of account call it: ingesting, billing, reporting.
    pub(crate) weights: [f64; 3],
}

impl Endpoint {
    const fn new(method: &'static str, path: &'static str, success: i32) -> Self {
        let creates = matches!(method.as_bytes()[0], b'P');
        Self { method, path, success, median: 30.0, spread: 0.5, server_errors: 0.003, client_errors: &[], creates, weights: [1.0; 3] }
    }

    const fn latency(mut self, median: f64, spread: f64) -> Self {
        self.median = median;
        self.spread = spread;
        self
    }

    const fn errors(mut self, server: f64, client: &'static [(i32, f64)]) -> Self {
        self.server_errors = server;
        self.client_errors = client;
        self
    }

    const fn mix(mut self, weights: [f64; 3]) -> Self {
        self.weights = weights;
        self
    }
}

/// Every endpoint.
pub(crate) const ENDPOINTS: [Endpoint; 12] = [
    Endpoint::new("POST", "/events", 202).latency(22.0, 0.5).errors(0.0015, &[(400, 0.008), (422, 0.006)]).mix([46.0, 14.0, 10.0]),
    Endpoint::new("GET", "/usage", 200).latency(95.0, 0.6).errors(0.004, &[(400, 0.010)]).mix([16.0, 12.0, 30.0]),
    Endpoint::new("GET", "/customers", 200).latency(75.0, 0.5).errors(0.002, &[(400, 0.004)]).mix([5.0, 8.0, 9.0]),
    Endpoint::new("POST", "/customers", 201).latency(60.0, 0.45).errors(0.003, &[(409, 0.010), (422, 0.020)]).mix([6.0, 8.0, 2.0]),
    Endpoint::new("GET", "/customers/{id}", 200).latency(28.0, 0.45).errors(0.001, &[(404, 0.025)]).mix([10.0, 12.0, 10.0]),
    Endpoint::new("GET", "/invoices", 200).latency(110.0, 0.6).errors(0.003, &[(400, 0.005)]).mix([2.0, 7.0, 12.0]),
    Endpoint::new("POST", "/invoices", 201).latency(240.0, 0.5).errors(0.006, &[(409, 0.006), (422, 0.025)]).mix([3.0, 10.0, 1.0]),
    Endpoint::new("GET", "/invoices/{id}", 200).latency(35.0, 0.45).errors(0.001, &[(404, 0.020)]).mix([4.0, 9.0, 9.0]),
    Endpoint::new("GET", "/charges", 200).latency(90.0, 0.55).errors(0.003, &[(400, 0.005)]).mix([1.0, 4.0, 4.0]),
    Endpoint::new("POST", "/charges", 201)
        .latency(410.0, 0.45)
        .errors(0.009, &[(402, 0.045), (409, 0.008), (422, 0.010)])
        .mix([5.0, 18.0, 1.0]),
    Endpoint::new("GET", "/charges/{id}", 200).latency(40.0, 0.45).errors(0.001, &[(404, 0.015)]).mix([2.0, 9.0, 4.0]),
    Endpoint::new("POST", "/reports", 202).latency(1_800.0, 0.7).errors(0.016, &[(400, 0.020), (422, 0.010)]).mix([1.0, 1.0, 6.0]),
];

/// Place in [`ENDPOINTS`] of `POST /charges`, the call that moves money.
pub(crate) const CHARGES: usize = 9;
