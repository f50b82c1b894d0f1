//! What templates are given: plain values, and HTML that is already safe.

use serde::{Serialize, Serializer};

/// A value for a template.
#[derive(Clone, Debug)]
pub struct View(tera::Value);

impl View {
    /// The value that `of` serialises to.
    pub fn new<T: Serialize + ?Sized>(of: &T) -> View {
        View(tera::Value::from_serializable(of))
    }

    pub(super) fn into_value(self) -> tera::Value {
        self.0
    }
}

impl Serialize for View {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// HTML in which everything an author wrote is escaped: templates print it as it is.
#[derive(Clone, PartialEq, Debug)]
pub struct Html(tera::Value);

impl Html {
    /// Takes `html` as safe; only `markup`, templates and escaped data are such text.
    pub fn new(html: &str) -> Html {
        Html(tera::Value::safe_string(html))
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        self.0.as_str().unwrap_or_default()
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_stays_safe_through_a_view() {
        #[derive(Serialize)]
        struct Page {
            text: String,
            html: Html,
        }
        let page = Page { text: "<b>".into(), html: Html::new("<b>x</b>") };
        let mut engine = tera::Tera::default();
        engine.add_raw_template("a.html", "{{ page.text }}{{ page.html }}").expect("a template");
        let mut context = tera::Context::new();
        context.insert_value("page", View::new(&page).into_value());
        assert_eq!(engine.render("a.html", &context).expect("it renders"), "&lt;b&gt;<b>x</b>");
    }
}
