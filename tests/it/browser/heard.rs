//! What a page complained about, and where it sent requests: a good page does neither.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// Everything heard from one tab so far.
#[derive(Default)]
pub struct Heard {
    complaints: Vec<String>,
    /// Where requests may go: `http://127.0.0.1:1111`.
    origins: BTreeSet<String>,
    forgiven: Vec<String>,
    /// Requests without an end yet by their id: where they go, and the document that asks.
    under_way: BTreeMap<String, (String, Value)>,
    failed: Vec<String>,
}

impl Heard {
    /// Requests to the origin of this address are the site's own.
    pub fn at_home(&mut self, url: &str) {
        self.origins.insert(origin(url).to_owned());
    }

    /// Complaints with these words are what the test is about.
    pub fn forgive(&mut self, words: &str) {
        self.forgiven.push(words.to_owned());
    }

    /// Takes note of an event.
    pub fn note(&mut self, event: &Value) {
        let params = &event["params"];
        match event["method"].as_str().unwrap_or_default() {
            "Runtime.exceptionThrown" => {
                let details = &params["exceptionDetails"];
                let thrown = details["exception"]["description"].as_str();
                self.complain("exception", thrown.or(details["text"].as_str()).unwrap_or_default());
            }
            "Runtime.consoleAPICalled"
                if matches!(params["type"].as_str(), Some("error" | "warning" | "assert")) =>
            {
                self.complain("console", &params["args"].to_string());
            }
            "Log.entryAdded" if matches!(params["entry"]["level"].as_str(), Some("error" | "warning")) => {
                let entry = &params["entry"];
                let text = entry["text"].as_str().unwrap_or_default();
                self.complain("log", &format!("{text} ({})", entry["url"].as_str().unwrap_or_default()));
            }
            "Audits.issueAdded" => {
                let issue = &params["issue"];
                let code = issue["code"].as_str().unwrap_or_default();
                self.complain("issue", &format!("{code} {}", issue["details"]));
            }
            "Network.requestWillBeSent" => {
                let url = params["request"]["url"].as_str().unwrap_or_default();
                self.under_way.insert(id(params), (url.to_owned(), params["loaderId"].clone()));
                let inside = ["data:", "blob:", "about:"].iter().any(|scheme| url.starts_with(scheme));
                if !inside && !self.origins.contains(origin(url)) {
                    self.complain("request", url);
                }
            }
            "Network.responseReceived" if params["response"]["status"].as_u64() >= Some(400) => {
                self.failed.push(params["response"]["url"].as_str().unwrap_or_default().to_owned());
            }
            "Network.loadingFinished" => drop(self.under_way.remove(&id(params))),
            "Network.loadingFailed" => {
                let (url, _) = self.under_way.remove(&id(params)).unwrap_or_default();
                if params["canceled"] != true {
                    self.failed.push(url);
                }
            }
            // What the page before still waited for has no end.
            "Page.frameNavigated" if params["frame"]["parentId"].is_null() => {
                self.under_way.retain(|_, (_, loader)| *loader == params["frame"]["loaderId"]);
            }
            _ => {}
        }
    }

    /// Whether every request has had its end.
    pub fn is_quiet(&self) -> bool {
        self.under_way.is_empty()
    }

    /// The addresses from which nothing came, and those whose answer was an error.
    pub fn failed(&self) -> &[String] {
        &self.failed
    }

    fn complain(&mut self, kind: &str, text: &str) {
        self.complaints.push(format!("{kind}: {text}"));
    }

    /// What was not forgiven.
    pub fn complaints(&self) -> Vec<&str> {
        let unforgiven = |text: &&str| !self.forgiven.iter().any(|words| text.contains(words));
        self.complaints.iter().map(String::as_str).filter(unforgiven).collect()
    }
}

fn id(params: &Value) -> String {
    params["requestId"].as_str().unwrap_or_default().to_owned()
}

/// The scheme, host and port of an address.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    &url[..url[host..].find(['/', '?', '#']).map_or(url.len(), |at| host + at)]
}
