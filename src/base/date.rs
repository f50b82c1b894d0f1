//! Calendar dates without a clock or a time zone.

use std::fmt;

/// A day that exists in the Gregorian calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        jiff::civil::Date::new(year, month, day).ok().map(Date)
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Date> {
        text.parse().ok().map(Date)
    }

    /// The UTC day of a Unix time in seconds.
    pub fn from_unix_seconds(seconds: i64) -> Option<Date> {
        let stamp = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Date(stamp.to_zoned(jiff::tz::TimeZone::UTC).date()))
    }

    /// The same day `months` later; the last day of the month when it has no such day.
    pub fn plus_months(self, months: u16) -> Date {
        use jiff::ToSpan;
        Date(self.0.saturating_add(i64::from(months).months()))
    }

    /// The next day; the last day of the calendar has none and is its own.
    pub fn tomorrow(self) -> Date {
        Date(self.0.tomorrow().unwrap_or(self.0))
    }

    /// Midnight UTC as RFC 3339, the form of Atom (RFC 4287 section 3.3).
    pub fn rfc3339(self) -> String {
        format!("{}T00:00:00Z", self.0)
    }

    /// Year, month from 1, day of the month from 1.
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_pass() {
        assert!(Date::parse("2026-02-29").is_none());
        assert!(Date::parse("2024-02-29").is_some());
        assert_eq!(
            Date::new(2026, 8, 31).map(|day| day.plus_months(6).to_string()),
            Some("2027-02-28".into())
        );
        assert_eq!(Date::from_unix_seconds(0).map(|day| day.to_string()), Some("1970-01-01".into()));
    }
}
