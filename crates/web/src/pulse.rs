//! Whether the server keeps up, in numbers for the host's own instruments (OpenMetrics 1.0, as
//! Prometheus reads it). Nothing here is of a person: no path with a code in it, no count of
//! people, asks or letters.

use axum::http::StatusCode;
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::{Registry, Unit},
};
use std::time::Duration;

/// Of an answer, only what kind it was.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kind {
    status: &'static str,
}

/// Counts of this process.
pub struct Pulse {
    registry: Registry,
    answers: Family<Kind, Counter>,
    seconds: Histogram,
    /// Connections that stand now.
    pub connections: Gauge,
    /// Connections that waited for a place because every one was taken.
    pub waited: Counter,
    /// Handshakes that came to nothing.
    pub handshakes_failed: Counter,
    /// Forms that were over the hour's measure.
    pub forms_refused: Counter,
    /// Work of the clock that failed and is tried again.
    pub work_failed: Counter,
    /// Signs of health that ask somebody to do something.
    pub signs_unwell: Gauge,
}

/// Upper ends of the histogram, in seconds.
const SECONDS: [f64; 9] = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2.0, 10.0];

impl Pulse {
    /// Nothing was counted yet.
    pub fn new() -> Self {
        let mut registry = Registry::with_prefix("holdfast");
        let answers = Family::<Kind, Counter>::default();
        let seconds = Histogram::new(SECONDS);
        let pulse = Self {
            answers: answers.clone(),
            seconds: seconds.clone(),
            connections: Gauge::default(),
            waited: Counter::default(),
            handshakes_failed: Counter::default(),
            forms_refused: Counter::default(),
            work_failed: Counter::default(),
            signs_unwell: Gauge::default(),
            registry: Registry::default(),
        };
        registry.register("answers", "Answers, by the kind of their status", answers);
        registry.register_with_unit("answer", "How long answers took", Unit::Seconds, seconds);
        for (name, help, counter) in [
            (
                "connections_waited",
                "Connections that waited for a place",
                &pulse.waited,
            ),
            (
                "handshakes_failed",
                "TLS handshakes that came to nothing",
                &pulse.handshakes_failed,
            ),
            (
                "forms_refused",
                "Forms over the hour's measure",
                &pulse.forms_refused,
            ),
            (
                "work_failed",
                "Work of the clock that is tried again",
                &pulse.work_failed,
            ),
        ] {
            registry.register(name, help, counter.clone());
        }
        registry.register("connections", "Connections now", pulse.connections.clone());
        registry.register(
            "signs_unwell",
            "Signs of health that ask somebody to do something",
            pulse.signs_unwell.clone(),
        );
        Self { registry, ..pulse }
    }

    pub(crate) fn answered(&self, status: StatusCode, took: Duration) {
        let status = match status.as_u16() / 100 {
            2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            _ => "5xx",
        };
        self.answers.get_or_create(&Kind { status }).inc();
        self.seconds.observe(took.as_secs_f64());
    }

    /// All of it as text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing into a string cannot fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

impl Default for Pulse {
    fn default() -> Self {
        Self::new()
    }
}
