//! Finds things as people who cannot see find them: by their role and name in the accessibility tree.

use std::time::Instant;

use serde_json::{Value, json};

use super::cdp::DEADLINE;
use super::page::Page;

/// Something in a page that has a role and a name.
pub struct Element<'p> {
    page: &'p Page,
    object: String,
}

/// The page has had time to change.
const LATER: &str = "new Promise((next) => setTimeout(next, 15))";

impl Page {
    /// The one thing with this role and name; waits until it is there.
    pub fn find(&self, role: &str, name: &str) -> Element<'_> {
        let until = Instant::now() + DEADLINE;
        loop {
            let mut found = self.query(role, name, until);
            assert!(found.len() < 2, "{} times {role} `{name}`\n{}", found.len(), self.describe());
            if let Some(object) = found.pop() {
                return Element { page: self, object };
            }
            assert!(Instant::now() < until, "no {role} `{name}`\n{}", self.describe());
            self.wait(&format!("{LATER}.then(() => true)"));
        }
    }

    /// Whether there is something with this role and name now.
    pub fn has(&self, role: &str, name: &str) -> bool {
        !self.query(role, name, Instant::now() + DEADLINE).is_empty()
    }

    /// Waits until nothing has this role and name.
    pub fn gone(&self, role: &str, name: &str) {
        let until = Instant::now() + DEADLINE;
        while !self.query(role, name, until).is_empty() {
            assert!(Instant::now() < until, "{role} `{name}` is still there\n{}", self.describe());
            self.wait(&format!("{LATER}.then(() => true)"));
        }
    }

    /// The role and name of what has the focus: `button Close`.
    pub fn focused(&self) -> String {
        let deep = "(() => { let at = document.activeElement; \
                    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; })()";
        let object = self.object(deep).unwrap_or_else(|error| panic!("{error}"));
        let params = json!({ "objectId": object, "fetchRelatives": false });
        let nodes = self.session.must("Accessibility.getPartialAXTree", params);
        let node = &nodes["nodes"][0];
        let part = |part: &str| node[part]["value"].as_str().unwrap_or_default().to_owned();
        format!("{} {}", part("role"), part("name"))
    }

    /// Presses Tab until the focus is on this; panics when it never gets there.
    pub fn tab_to(&self, role: &str, name: &str) {
        let wanted = format!("{role} {name}");
        let mut way = Vec::new();
        for _ in 0..200 {
            self.press("Tab");
            let now = self.focused();
            if now == wanted {
                return;
            }
            way.push(now);
        }
        panic!("Tab never reached {wanted}: {way:#?}");
    }

    fn query(&self, role: &str, name: &str, until: Instant) -> Vec<String> {
        loop {
            let found = self.object("document").and_then(|document| {
                let params = json!({ "objectId": document, "role": role, "accessibleName": name });
                let found = self.session.call_until("Accessibility.queryAXTree", params, until)?;
                let nodes = found["nodes"].as_array().cloned().unwrap_or_default();
                nodes.iter().filter(|node| node["ignored"] != true).map(|node| self.resolve(node)).collect()
            });
            match found {
                Ok(found) => return found,
                // The page was left between two questions, or changed under them.
                Err(error) if Page::left(&error) && self.listen(until) => {}
                Err(error) => panic!("{role} `{name}`: {error}\n{}", self.describe()),
            }
        }
    }

    fn resolve(&self, node: &Value) -> Result<String, String> {
        let params = json!({ "backendNodeId": node["backendDOMNodeId"] });
        let answer = self.session.call("DOM.resolveNode", params)?;
        Ok(answer["object"]["objectId"].as_str().unwrap_or_default().to_owned())
    }

    fn object(&self, expression: &str) -> Result<String, String> {
        let answer = self.session.call("Runtime.evaluate", json!({ "expression": expression }))?;
        let object = answer["result"]["objectId"].as_str().map(str::to_owned);
        object.ok_or_else(|| format!("Cannot find {expression}"))
    }
}

impl Element<'_> {
    /// The value of a function of the element: `(element) => element.textContent`.
    pub fn of(&self, function: &str) -> Value {
        let declaration = format!("function () {{ return ({function})(this); }}");
        let params = json!({
            "objectId": self.object, "functionDeclaration": declaration, "returnByValue": true, "awaitPromise": true,
        });
        let mut answer = self.page.session.must("Runtime.callFunctionOn", params);
        assert!(answer["exceptionDetails"].is_null(), "{function}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].take()
    }

    /// Clicks it with the mouse, in its middle.
    pub fn click(&self) {
        self.page.session.must("DOM.scrollIntoViewIfNeeded", json!({ "objectId": self.object }));
        let quads = self.page.session.must("DOM.getContentQuads", json!({ "objectId": self.object }));
        let corner = |at: usize| quads["quads"][0][at].as_f64().unwrap();
        let (x, y) = ((corner(0) + corner(4)) / 2.0, (corner(1) + corner(5)) / 2.0);
        for (kind, buttons) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 1)] {
            let button = if buttons == 0 { "none" } else { "left" };
            let params = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": buttons });
            self.page.session.must("Input.dispatchMouseEvent", params);
        }
    }
}
