//! What a new message and a new checklist say at first: plain words that can be sent and ticked as they are.

/// Something the sender fills in: its name, what to write there, and an example.
pub type Blank = (&'static str, &'static str, &'static str);

/// The first words of a message.
#[derive(Debug)]
pub struct Words {
    /// The purpose, as records name it.
    pub purpose: &'static str,
    /// The subject of an e-mail.
    pub subject: &'static str,
    /// A text for e-mail and for reading on a screen: under 100 words with greeting and name.
    pub long: &'static str,
    /// A text for notes, telephones and pockets: under 200 characters with greeting and name.
    pub short: &'static str,
    /// What both texts leave blank.
    pub blanks: &'static [Blank],
}

/// One for each purpose.
pub const MESSAGES: [Words; 6] = [
    Words {
        purpose: "request",
        subject: "A student's question about your work",
        long: "I am a student at [School], and I write to you because [Why you].\n\n\
               Would you have twenty minutes in the next weeks to tell me how you came to your work? A call or a\n\
               coffee would both suit me, and I will come with a few questions.\n\n\
               If this is a busy time, I understand. Thank you either way.",
        short: "I study at [School] and write because [Why you]. Could I ask you a few questions about your work?",
        blanks: &[(
            "Why you",
            "Why them: something they did, said or studied.",
            "you moved from teaching to administration",
        )],
    },
    Words {
        purpose: "nudge",
        subject: "My question of last week",
        long: "A week ago I asked whether you would tell me about your work. I know how full a week can be, and I\n\
               would still be glad to hear from you.\n\n\
               If it does not fit now, a word on when to ask again would help me. Thank you either way.",
        short: "a week ago I asked for twenty minutes of your time. I would still be glad of them, and a later day \
                suits me too.",
        blanks: &[],
    },
    Words {
        purpose: "confirm",
        subject: "Our talk on [Day and time]",
        long: "Thank you for making time. I look forward to our talk on [Day and time].\n\n\
               I will bring a few questions about your work and keep to the time you gave me. If something comes\n\
               up, tell me, and we find another day.",
        short: "thank you for making time. I look forward to our talk on [Day and time].",
        blanks: &[(
            "Day and time",
            "When you meet, with the place or the number.",
            "Tuesday at 2 in your office",
        )],
    },
    Words {
        purpose: "thank-you",
        subject: "Thank you for your time",
        long: "Thank you for talking with me. What stayed with me most is [What I learned].\n\n\
               I will write again when I have tried it.",
        short: "thank you for your time. What stayed with me most is [What I learned].",
        blanks: &[(
            "What I learned",
            "One thing they said that you will use.",
            "how you plan the first week of a term",
        )],
    },
    Words {
        purpose: "keep-in-touch",
        subject: "What became of your advice",
        long: "When we talked, you gave me advice that I kept. Since then [What happened].\n\n\
               There is nothing you need to do. I wanted you to know that it helped, and I hope your work goes well.",
        short: "your advice helped. Since we talked, [What happened]. Thank you again.",
        blanks: &[(
            "What happened",
            "What you did with what they told you.",
            "I took the statistics course you named",
        )],
    },
    Words {
        purpose: "reschedule",
        subject: "Another day for our talk",
        long: "I am sorry: I cannot come to our talk as we planned. I would still like to meet you very much.\n\n\
               Would [Other times] suit you? If not, name a time, and I will make it work. Thank you for your\n\
               patience.",
        short: "I am sorry: I cannot come as planned. Would [Other times] suit you instead?",
        blanks: &[("Other times", "Two or three times you can promise.", "Monday at 10 or Thursday at 4")],
    },
];

/// What a checklist starts with: when it helps, and its first tasks.
pub const TASKS: [(&str, [&str; 3]); 3] = [
    (
        "before",
        [
            "Write down what you want to find out",
            "Read what they say about themselves in public",
            "Put the date, the time and the place where you will see them",
        ],
    ),
    ("during", ["Ask the question you care about most first", "Write down names", "Ask what happens next"]),
    (
        "after",
        [
            "Write down what you learned while it is fresh",
            "Thank everyone you met",
            "Do what you promised first",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::records::task::{MOMENTS, PURPOSES};

    #[test]
    fn there_are_words_for_every_purpose_and_moment() {
        assert_eq!(MESSAGES.map(|words| words.purpose), PURPOSES);
        assert_eq!(TASKS.map(|(when, _)| when), MOMENTS);
    }
}
